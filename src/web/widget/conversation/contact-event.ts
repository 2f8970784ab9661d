import type { EventData, EventType } from '../../../domain/events.ts';

type Picked<T extends EventType, Fields extends keyof EventData<T>> = Pick<EventData<T>, Fields>;

/** What of each event's data reaches a contact; the domain's table of audiences, as types. */
interface SeenByContact {
  'conversation.started': Picked<'conversation.started', 'caseNumber' | 'locale'>;
  'message.received': EventData<'message.received'>;
  'message.sent': Omit<EventData<'message.sent'>, 'author'> & { readonly author: Speaker };
  'locale.changed': EventData<'locale.changed'>;
  'handoff.requested': Picked<'handoff.requested', 'requestedBy'>;
  'conversation.assigned': Picked<'conversation.assigned', 'name'>;
  'conversation.released': object;
  'conversation.transferred': object;
  'conversation.returned': Picked<'conversation.returned', 'name'>;
  'conversation.resolved': Picked<'conversation.resolved', 'name'>;
  'conversation.settled': object;
  'conversation.reopened': object;
  'follow-up.answered': EventData<'follow-up.answered'>;
  'contact.reachable': EventData<'contact.reachable'>;
  'conversation.rated': EventData<'conversation.rated'>;
  'answer.rated': EventData<'answer.rated'>;
}

/** Who speaks to the contact: contacts know colleagues by name only. */
export type Speaker = { readonly kind: 'assistant' } | { readonly kind: 'agent'; readonly name: string };

/** An event of the log as `contactEventSchema` lets it through. */
export type ContactEvent = {
  [T in keyof SeenByContact]: { readonly conversationId: string; readonly seq: number; readonly at: number; readonly type: T; readonly data: SeenByContact[T] }
}[keyof SeenByContact];
