import { v7 as uuidv7 } from 'uuid';
import { createLocalDoorbell } from '../src/adapters/system/doorbell.ts';
import { systemClock } from '../src/adapters/system/clock.ts';
import { createAssistant } from '../src/assistant/create-assistant.ts';
import type { Translate } from '../src/assistant/phrases.ts';
import { createApplyCommand } from '../src/conversation/apply-command.ts';
import { createEstimateTime, createEstimateWait } from '../src/conversation/estimate-wait.ts';
import { createHandOver } from '../src/conversation/hand-over.ts';
import { createReceiveMessage } from '../src/conversation/receive-message.ts';
import { createTakeTurn } from '../src/conversation/take-turn.ts';
import { createTurnTaker } from '../src/conversation/turn-taker.ts';
import type { ConversationEvent, EventData, EventOf } from '../src/domain/events.ts';
import type { Command } from '../src/domain/ownership.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import type { ConversationStore, Logger } from '../src/ports.ts';
import { redactSecrets } from '../src/secrets/redact-secrets.ts';
import type { ConversationScript, Expectation, ScriptTurn } from './conversation-scripts.ts';

export interface PlayTools {
  readonly knowledge: Knowledge;
  readonly translate: Translate;
  readonly conversations: ConversationStore;
  readonly logger: Logger;
}

const AGENT = { agentId: 'ana', name: 'Ana', oversees: true };

/** Plays a script through the same code that serves contacts, on a real store. @returns a sentence for everything that came out otherwise. */
export async function playConversation(script: ConversationScript, tools: PlayTools): Promise<string[]> {
  const desk = openDesk(tools);
  const contactId = uuidv7();
  let conversationId: string | null = null;
  const wrong: string[] = [];
  for (const [index, turn] of script.turns.entries()) {
    const before = conversationId === null ? 0 : (await tools.conversations.get(conversationId))!.seq;
    if (turn.contact !== undefined || turn.press !== undefined) {
      conversationId = await desk.send(turn, { contactId, conversationId, script, events: await readAll(tools.conversations, conversationId) });
    } else if (conversationId !== null) await desk.act(conversationId, turn);
    await desk.settled();
    if (conversationId === null) continue;
    const events = await readAll(tools.conversations, conversationId);
    const found = observe(events.filter(({ seq }) => seq > before), (await tools.conversations.get(conversationId))!);
    wrong.push(...compare(turn.expect ?? {}, found).map((what) => `turn ${index + 1}: ${what}`));
  }
  return wrong;
}

function openDesk({ knowledge, translate, conversations, logger }: PlayTools) {
  const doorbell = createLocalDoorbell();
  const assistant = createAssistant({ knowledge: () => knowledge, translate, estimateWait: createEstimateWait({ conversations, estimateTime: createEstimateTime({ conversations, isStaffed: () => Promise.resolve(true), clock: systemClock }) }) });
  const applyCommand = createApplyCommand({ conversations, doorbell });
  const takeTurn = createTakeTurn({ conversations, handOver: createHandOver({ applyCommand, assistant }), doorbell, assistant, logger, turnLimitMs: 30_000 });
  const turns = createTurnTaker({ takeTurn, logger });
  const receive = createReceiveMessage({ conversations, applyCommand, doorbell, wakeAssistant: turns.wake, redact: redactSecrets });
  return {
    settled: () => turns.drained(),
    async send({ contact, press }: ScriptTurn, { contactId, conversationId, script, events }: { contactId: string; conversationId: string | null; script: ConversationScript; events: readonly ConversationEvent[] }): Promise<string> {
      const offered = events.findLast((event): event is EventOf<'message.sent'> => event.type === 'message.sent')?.data.choices ?? [];
      const picked = typeof press === 'number' ? offered[press - 1] : undefined;
      const message: EventData<'message.received'> = {
        clientMessageId: uuidv7(), text: contact ?? picked?.title ?? 'I would like to talk to a person.',
        ...(picked ? { choice: { articleId: picked.articleId } } : {}), ...(press === 'person' ? { wish: 'person' as const } : {}),
      };
      const { conversation } = await receive({ contactId, conversationId, message, locale: script.locale, channel: 'eval', ...(script.region ? { region: script.region } : {}) });
      return conversation.id;
    },
    async act(conversationId: string, { agent, reply, helpful }: ScriptTurn): Promise<void> {
      const events = await readAll(conversations, conversationId);
      const command = toCommand({ agent, reply, helpful }, events);
      await applyCommand(conversationId, command);
      if (command.type === 'return') turns.wake(conversationId);
    },
  };
}

function toCommand({ agent, reply, helpful }: Pick<ScriptTurn, 'agent' | 'reply' | 'helpful'>, events: readonly ConversationEvent[]): Command {
  if (helpful !== undefined) {
    const answer = events.findLast((event): event is EventOf<'message.sent'> => event.type === 'message.sent');
    return { type: 'rate-answer', rating: { ofSeq: answer?.seq ?? 0, helpful } };
  }
  if (reply !== undefined) {
    return { type: 'reply', actor: AGENT, message: { author: { kind: 'agent', agentId: AGENT.agentId, name: AGENT.name }, kind: 'reply', text: reply, locale: 'en', citations: [], choices: [], clientMessageId: uuidv7() } };
  }
  return agent === 'claim' ? { type: 'claim', actor: AGENT } : { type: agent ?? 'resolve', actor: AGENT, seenSeq: undefined };
}

/** What a turn did, in the words of a script. */
type Observed = { readonly [K in keyof Expectation]-?: NonNullable<Expectation[K]> | null };

function observe(events: readonly ConversationEvent[], conversation: { owner: { kind: string; team?: string }; status: string; urgency: string; locale: string; attacks: number }): Observed {
  const last = <T extends ConversationEvent['type']>(type: T) => events.findLast((event): event is EventOf<T> => event.type === type)?.data as EventData<T> | undefined;
  const [turn, heard] = [last('turn.decided'), last('message.understood')];
  const sent = events.flatMap((event) => (event.type === 'message.sent' && event.data.author.kind === 'assistant' ? [event.data] : []));
  const understanding = turn?.understanding ?? heard?.understanding;
  const text = sent.map((message) => message.text).join('\n\n');
  return {
    owner: conversation.owner.kind as Observed['owner'], status: conversation.status as Observed['status'],
    team: (conversation.owner.team ?? null) as Observed['team'],
    urgency: conversation.urgency as Observed['urgency'], locale: conversation.locale as Observed['locale'], attacks: conversation.attacks,
    action: turn?.action ?? null, intent: understanding?.intent ?? null, mood: understanding?.mood ?? null,
    reason: last('handoff.requested')?.reason ?? null,
    article: sent.find(({ citations }) => citations.length > 0)?.citations[0]?.articleId ?? null,
    offers: sent.some(({ offer }) => offer === 'person') ? 'person' : sent.some(({ choices }) => choices.length > 0) ? 'choices' : null,
    asks: sent.find(({ slot }) => slot !== undefined)?.slot ?? null,
    messages: sent.length,
    secrets: events.flatMap((event) => (event.type === 'message.received' ? event.data.secrets ?? [] : [])),
    entities: (understanding?.entities ?? []).map(({ kind, value }) => `${kind}:${value}`),
    says: text, neverSays: text,
    stored: events.flatMap((event) => (event.type === 'message.received' ? [event.data.text] : [])).join('\n'),
    readInContext: turn?.readAs !== undefined,
  };
}

function compare(expected: Expectation, found: Observed): string[] {
  return (Object.keys(expected) as (keyof Expectation)[]).flatMap((key) => {
    const [wanted, is] = [expected[key], found[key]];
    return holds(key, wanted, is) ? [] : [`${key} is ${JSON.stringify(is)?.slice(0, 160)}, expected ${JSON.stringify(wanted)}`];
  });
}

function holds(key: keyof Expectation, wanted: unknown, is: unknown): boolean {
  if (key === 'says' || key === 'stored') return typeof is === 'string' && [wanted].flat().every((part) => is.includes(String(part)));
  if (key === 'neverSays') return typeof is === 'string' && [wanted].flat().every((part) => !is.includes(String(part)));
  if (Array.isArray(is)) return [wanted].flat().every((one) => is.includes(one)) && ((wanted as unknown[]).length > 0 || is.length === 0);
  return Array.isArray(wanted) ? wanted.includes(is) : wanted === is;
}

async function readAll(conversations: ConversationStore, conversationId: string | null): Promise<ConversationEvent[]> {
  return conversationId === null ? [] : conversations.read(conversationId, 0, 10_000);
}
