import type { Request } from 'express';
import type { EventFollower } from '../conversation/follow-events.ts';
import type { ViewForContact } from '../conversation/contact-view.ts';
import { assertOwnConversation } from '../conversation/receive-message.ts';
import type { Conversation } from '../domain/conversation.ts';
import { viewFor, type ConversationEvent } from '../domain/events.ts';
import type { ContactCase } from '../protocol/contact.ts';
import type { ConversationStore } from '../ports.ts';
import type { Admission, Caller } from './admission/admission.ts';
import type { ReadOrigin } from './admission/client-address.ts';
import type { ContactTokens } from './authentication/contact-token.ts';
import type { ContactActions } from './contact-actions.ts';
import type { MountRoute } from './http/mount-route.ts';
import type { WriteTranscript } from './transcript/write-transcript.ts';

/** Events that one answer carries at most; the client asks again from its new cursor. */
const PAGE = 500;

/** What the widget does over HTTP where sockets are blocked. */
export function mountContactRoutes(mount: MountRoute, { conversations, viewForContact, writeTranscript, tokens, follower, actions, admission, readOrigin }: {
  conversations: Pick<ConversationStore, 'get' | 'read' | 'latestOfContact' | 'listOfContact'>;
  viewForContact: ViewForContact;
  writeTranscript: WriteTranscript;
  tokens: ContactTokens;
  follower: EventFollower;
  actions: ContactActions;
  admission: Pick<Admission, 'admitMessage' | 'admitAction' | 'openSocket'>;
  readOrigin: ReadOrigin;
}): void {
  const callerOf = ({ contactId }: { contactId: string }, request: Request): Caller => ({ contactId, origin: readOrigin(request) });
  const admitAction = (contact: { contactId: string }, request: Request): void => { admission.admitAction(callerOf(contact, request)); };

  mount('startContactSession', () => ({ token: tokens.issue().token }));

  mount('getContactConversation', async ({ contactId }) => {
    const latest = await conversations.latestOfContact(contactId);
    return { conversation: latest ? await viewForContact(latest) : null };
  });

  mount('listContactConversations', async ({ contactId, query }) => {
    const own = await conversations.listOfContact(contactId, query.limit);
    return { conversations: own.map(viewCase) };
  });

  mount('getTranscript', async ({ contactId, params, query }, { response }) => {
    const conversation = await assertOwnConversation(conversations, contactId, params.conversationId);
    const events = await readWhole(conversations, conversation.id);
    const { text, type } = writeTranscript({ conversation, events, ...query });
    response.attachment(`${conversation.caseNumber}.${query.format}`);
    response.set({ 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'private, no-store' }).send(text);
  });

  mount('sendMessage', async ({ contactId, body }, { request }) => {
    await admission.admitMessage(callerOf({ contactId }, request), body);
    return actions.send(contactId, body);
  });

  mount('readContactEvents', async ({ contactId, params, query }, { request, response }) => {
    const { conversationId } = params;
    await assertOwnConversation(conversations, contactId, conversationId);
    const events = query.waitMs > 0
      ? await holdOpen(request, () => follower.waitForEvents({ conversationId, after: query.after, audience: 'contact', waitMs: query.waitMs, signal: closed(response) }))
      : await readVisible(conversations, conversationId, query.after);
    const conversation = await assertOwnConversation(conversations, contactId, conversationId);
    return { events, conversation: await viewForContact(conversation) };
  });

  /** A request that is held costs what a socket costs. */
  async function holdOpen<T>(request: Request, wait: () => Promise<T>): Promise<T> {
    const close = admission.openSocket(readOrigin(request));
    return wait().finally(close);
  }

  mount('rateAnswer', ({ contactId, params, body }) => actions.rateAnswer(contactId, params.conversationId, body), admitAction);
  mount('answerFollowUp', ({ contactId, params, body }) => actions.answerFollowUp(contactId, params.conversationId, body), admitAction);
  mount('giveAddress', ({ contactId, params, body }) => actions.giveAddress(contactId, params.conversationId, body), admitAction);
  mount('noteRead', async ({ contactId, params, body }) => {
    await actions.noteRead(contactId, params.conversationId, body.seq);
    return {};
  }, admitAction);
  mount('rateConversation', ({ contactId, params, body }) => actions.rateConversation(contactId, params.conversationId, body), admitAction);
}

/** The next events that the contact may see; a page that agents alone see does not end the reading. */
async function readVisible(conversations: Pick<ConversationStore, 'read'>, conversationId: string, after: number): Promise<ConversationEvent[]> {
  for (let cursor = after; ;) {
    const events = await conversations.read(conversationId, cursor, PAGE);
    const visible = events.flatMap((event) => viewFor('contact', event) ?? []);
    if (visible.length > 0 || events.length < PAGE) return visible;
    cursor = events.at(-1)?.seq ?? cursor;
  }
}

/** Everything that the contact may see of it. */
async function readWhole(conversations: Pick<ConversationStore, 'read'>, conversationId: string): Promise<ConversationEvent[]> {
  const all: ConversationEvent[] = [];
  for (let cursor = 0; ;) {
    const events = await conversations.read(conversationId, cursor, PAGE);
    all.push(...events.flatMap((event) => viewFor('contact', event) ?? []));
    if (events.length < PAGE) return all;
    cursor = events.at(-1)?.seq ?? cursor;
  }
}

/** What agents do among themselves moves nothing here: the time is that of the last message. */
function viewCase({ id, caseNumber, locale, status, createdAt, lastMessage }: Conversation): ContactCase {
  return {
    id, caseNumber, locale, status, startedAt: createdAt, updatedAt: lastMessage?.at ?? createdAt,
    lastMessage: lastMessage && { from: lastMessage.from, text: lastMessage.text },
  };
}

/** Aborts when the caller goes away, so that a long-poll does not outlive it. */
function closed(response: { once(event: 'close', listener: () => void): unknown }): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => { controller.abort(); });
  return controller.signal;
}
