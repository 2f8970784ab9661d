import { isDeepStrictEqual } from 'node:util';
import { needsTurn, type Conversation } from '../../src/domain/conversation.ts';
import { fold, foldAll } from '../../src/domain/fold-conversation.ts';
import type { DeskSettings } from '../../src/domain/desk-settings.ts';
import type { ConversationEvent } from '../../src/domain/events.ts';
import { runClocks } from '../../src/domain/run-clocks.ts';
import { STOPPED } from '../../src/domain/sla.ts';

type Log = readonly ConversationEvent[];

/** What a contact sent, in order, and which of it was acknowledged. */
export interface Sent {
  readonly id: string;
  readonly acknowledged: boolean;
}

/** Every acknowledged message stands in the log once and in order; one that was not, at most once. */
export function checkMessages(sent: readonly Sent[], logs: readonly Log[], order: 'as-sent' | 'any'): string[] {
  const received = logs.flat().flatMap((event) => (event.type === 'message.received' ? [event.data.clientMessageId] : []));
  const acknowledged = sent.filter((one) => one.acknowledged).map(({ id }) => id);
  return [
    ...received.filter((id, index) => received.indexOf(id) !== index).map((id) => `message ${id} stands in the log twice`),
    ...acknowledged.filter((id) => !received.includes(id)).map((id) => `message ${id} was acknowledged and is not in the log`),
    ...(order === 'any' || isDeepStrictEqual(received.filter((id) => acknowledged.includes(id)), acknowledged.filter((id) => received.includes(id))) ? [] : ['messages are out of order']),
  ];
}

/** Reads the log with a model of its own, so that a mistake in the rules or in the fold does not hide itself. */
export function checkOwnership(log: Log, stored: Conversation): string[] {
  const wrong: string[] = [];
  let owner = 'assistant';
  let resolved = false;
  let before: ConversationEvent['type'] | undefined;
  const must = (holds: boolean, event: ConversationEvent, what: string): void => { if (!holds) wrong.push(`${event.seq} ${event.type}: ${what} (owner ${owner}${resolved ? ', resolved' : ''})`); };
  log.forEach((event, index) => {
    must(event.seq === index + 1, event, 'its number does not follow');
    switch (event.type) {
      case 'message.received':
        must(!resolved, event, 'a message in what is resolved');
        break;
      case 'handoff.requested':
        must(owner === 'assistant' || owner === 'queue', event, 'taken from a person');
        must(!resolved, event, 'of what is resolved');
        owner = 'queue';
        break;
      case 'conversation.assigned':
        must(owner === 'assistant' || owner === 'queue', event, 'a second owner');
        must(event.data.byAgentId !== null || owner === 'queue', event, 'routed without having waited');
        must(!resolved, event, 'of what is resolved');
        owner = event.data.agentId;
        break;
      case 'conversation.released':
      case 'conversation.returned':
      case 'conversation.resolved':
        must(owner !== 'assistant' && owner !== 'queue', event, 'by nobody who has it');
        owner = event.type === 'conversation.released' ? 'queue' : 'assistant';
        resolved = event.type === 'conversation.resolved';
        break;
      case 'conversation.settled':
        must(owner === 'assistant' && !resolved, event, 'over people');
        resolved = true;
        break;
      case 'conversation.reopened':
        must(resolved, event, 'of what is open');
        must(log[index + 1]?.type === 'message.received', event, 'without a message');
        resolved = false;
        break;
      case 'message.sent':
        if (event.data.author.kind === 'agent') must(owner === event.data.author.agentId && !resolved, event, 'by who does not have it');
        else if (event.data.kind === 'follow-up') must(resolved, event, 'asked too early');
        // The hand-over itself is said in the moment in which the queue takes over; nothing else is said there.
        else must(!resolved && (owner === 'assistant' || (owner === 'queue' && before === 'handoff.requested')), event, 'a second voice');
        break;
    }
    before = event.type;
  });
  const end = stored.owner.kind === 'agent' ? stored.owner.agentId : stored.owner.kind;
  if (end !== owner || (stored.status === 'resolved') !== resolved) wrong.push(`stored beside the log: ${end} ${stored.status}`);
  const { sla: _sla, ...told } = foldAll(stored.id, log);
  const { sla: _stored, ...kept } = stored;
  if (!isDeepStrictEqual(told, kept)) wrong.push('what is stored beside the log is not what the log says');
  return wrong;
}

/** Warned and breached at most once, of a clock that runs, and not before its time. @param isSteady the clock was never set back. */
export function checkSla(log: Log, settings: DeskSettings, isSteady: boolean): string[] {
  const wrong: string[] = [];
  const flagged = new Set<string>();
  let [state, sla] = [log[0] && foldAll(log[0].conversationId, log.slice(0, 1)), STOPPED];
  for (const event of log.slice(1)) {
    if (state && (event.type === 'sla.warned' || event.type === 'sla.breached')) {
      const { target, dueAt } = event.data;
      const key = `${state.stretch} ${event.type} ${target} ${target === 'resolution' ? '' : dueAt}`;
      if (flagged.has(key)) wrong.push(`${event.seq} ${event.type} ${target} once more`);
      flagged.add(key);
      if (sla.dueAt[target] !== dueAt) wrong.push(`${event.seq} ${event.type} ${target} of a clock that stands still`);
      else if (isSteady && event.at < ((event.type === 'sla.warned' ? sla.warnAt : sla.dueAt)[target] ?? 0)) wrong.push(`${event.seq} ${event.type} ${target} before its time`);
    }
    state = state && fold(state, event);
    if (state) ({ sla } = runClocks(sla, state, settings).conversation);
  }
  return wrong;
}

/** Once nothing more comes: whoever people have is in one queue or with one agent, and nobody waits for the assistant. */
export function checkRest(all: readonly Conversation[], queues: readonly (readonly Conversation[])[], desks: readonly (readonly Conversation[])[]): string[] {
  return all.flatMap((one) => {
    const places = [...queues, ...desks].flat().filter(({ id }) => id === one.id).length;
    const expected = one.status === 'open' && one.owner.kind !== 'assistant' ? 1 : 0;
    return [
      ...(places === expected ? [] : [`${one.owner.kind} has it, and it is in ${places} places`]),
      ...(needsTurn(one) ? ['the contact waits for an answer that will not come'] : []),
    ];
  });
}
