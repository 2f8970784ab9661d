import type { Conversation } from './conversation.ts';
import { foldAll } from './fold-conversation.ts';
import type { Entity, EntityKind } from './entities.ts';
import type { ConversationEvent, EventData, EventOf } from './events.ts';
import type { HandoffReason, IntakeSlot } from './handoff.ts';
import type { Intent } from './intents.ts';
import type { SecretKind } from './secrets.ts';
import type { Urgency } from './urgencies.ts';

/** What a colleague needs to know before the first word: read off the log, never invented. */
export interface CaseFile {
  readonly reason: HandoffReason;
  readonly intent: Intent;
  readonly urgency: Urgency;
  /** What happened, in the contact's own words, oldest first; shortened. */
  readonly story: readonly string[];
  /** What the contact named, each thing once, in the order of its first mention. */
  readonly facts: readonly Entity[];
  /** What was asked while waiting, and the words that came back. */
  readonly answers: readonly { readonly slot: IntakeSlot; readonly text: string }[];
  /** What the contact wrote that had to be taken out. */
  readonly secrets: readonly SecretKind[];
  /** Articles that the assistant gave. */
  readonly given: readonly { readonly articleId: string; readonly title: string }[];
  /** What is still to be asked. */
  readonly askNext: readonly IntakeSlot[];
}

const STORY_LENGTH = 400;
const STORY_PARTS = 4;

/** What of an utterance tells the answer to a question. */
const SLOT_KINDS: Readonly<Record<IntakeSlot, readonly EntityKind[]>> = {
  when: ['date'], coin: ['coin'], network: ['network'], amount: ['amount'], txid: ['transaction'], address: ['address'],
  order: ['order', 'ticket', 'case'], counterpart: ['url', 'email', 'phone'], done: ['step'], error: [],
};

/** Questions that need not be asked any more. */
export function slotsFilled(kinds: readonly EntityKind[]): ReadonlySet<IntakeSlot> {
  const named = new Set(kinds);
  return new Set((Object.keys(SLOT_KINDS) as IntakeSlot[]).filter((slot) => SLOT_KINDS[slot].some((kind) => named.has(kind))));
}

/** The case of a conversation that went to people; undefined of one that did not. Pure. @param events the whole log, ascending. */
export function summariseCase(events: readonly ConversationEvent[]): CaseFile | undefined {
  const handoff = events.findLast((event): event is EventOf<'handoff.requested'> => event.type === 'handoff.requested');
  if (!handoff) return undefined;
  const understandings = events.flatMap((event) => (event.type === 'turn.decided' || event.type === 'message.understood' ? [event.data.understanding] : []));
  const { intent, urgency } = readConversation(events);
  const facts = uniqueFacts(understandings.flatMap(({ entities }) => entities));
  const answers = pairAnswers(events);
  const settled = new Set([...slotsFilled(facts.map(({ kind }) => kind)), ...answers.map(({ slot }) => slot)]);
  return {
    reason: handoff.data.reason,
    intent: intent ?? 'human_request',
    urgency,
    story: tellStory(events, new Set(answers.map(({ seq }) => seq))),
    facts, answers: answers.map(({ slot, text }) => ({ slot, text })),
    secrets: [...new Set(events.flatMap((event) => (event.type === 'message.received' ? event.data.secrets ?? [] : [])))],
    given: uniqueBy(events.flatMap((event) => (event.type === 'message.sent' ? event.data.citations : [])), ({ articleId }) => articleId)
      .map(({ articleId, title }) => ({ articleId, title })),
    askNext: handoff.data.ask.filter((slot) => !settled.has(slot)),
  };
}

/** What the conversation came to, as its state has it. */
function readConversation(events: readonly ConversationEvent[]): Pick<Conversation, 'intent' | 'urgency'> {
  const [first] = events;
  return first ? foldAll(first.conversationId, events) : { intent: null, urgency: 'low' };
}

/** The contact's own words, without buttons and without the answers to our questions. */
function tellStory(events: readonly ConversationEvent[], answered: ReadonlySet<number>): string[] {
  const told = events.filter((event): event is EventOf<'message.received'> => event.type === 'message.received' && !isButton(event) && !answered.has(event.seq));
  // The first words say what it is about, the last ones what it came to.
  const parts = told.length <= STORY_PARTS ? told : [told[0]!, ...told.slice(1 - STORY_PARTS)];
  return parts.map(({ data: { text } }) => (text.length <= STORY_LENGTH ? text : `${text.slice(0, STORY_LENGTH - 1)}…`));
}

/** The words on a button are ours. */
function isButton({ data: { wish, choice } }: EventOf<'message.received'>): boolean {
  return wish !== undefined || choice !== undefined;
}

/** The contact's first message after each question, where one came before the next. */
function pairAnswers(events: readonly ConversationEvent[]): { slot: IntakeSlot; text: string; seq: number }[] {
  const pairs: { slot: IntakeSlot; text: string; seq: number }[] = [];
  let open: EventData<'message.sent'>['slot'];
  for (const event of events) {
    if (event.type === 'message.sent') open = event.data.slot;
    if (event.type === 'message.received' && open && !isButton(event)) {
      pairs.push({ slot: open, text: event.data.text, seq: event.seq });
      open = undefined;
    }
  }
  return pairs;
}

function uniqueFacts(entities: readonly Entity[]): Entity[] {
  return uniqueBy(entities, ({ kind, value }) => `${kind} ${value}`);
}

function uniqueBy<T>(list: readonly T[], keyOf: (one: T) => string): T[] {
  const seen = new Set<string>();
  return list.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)));
}
