import type { TurnInput } from '../domain/assistant-seat.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { EventOf } from '../domain/events.ts';
import type { IntakeSlot } from '../domain/handoff.ts';
import { DANGERS, type Intent } from '../domain/intents.ts';
import type { TurnDraft } from '../domain/ownership.ts';
import { urgencyRank } from '../domain/urgencies.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Compose } from './compose.ts';
import { consider, type Consideration, type Utterance } from './consider.ts';
import { nextIntake } from './intake.ts';
import { handoffOf } from './turn-drafts.ts';
import type { UnderstandTools } from './understand.ts';
import type { Message } from './voice.ts';

/**
 * What the assistant makes of a message while people have the conversation. It may raise the urgency
 * and move a waiting contact to the team that an incident needs; it warns of a secret; and it asks a
 * waiting contact the next question. It answers nothing and lowers nothing.
 */
export async function hear(input: TurnInput, utterance: Utterance, { knowledge, tools, compose }: {
  knowledge: Knowledge;
  tools: UnderstandTools;
  compose: Compose;
}): Promise<TurnDraft[]> {
  const { conversation } = input;
  // What a colleague says is no question of the assistant's, so nothing refers to what it said before.
  const heard = await consider({ ...utterance, context: { ...utterance.context, question: null, choices: [], personOffered: false } }, { knowledge, tools });
  const danger = isDanger(heard) && (isMoreUrgent(heard, conversation) || heard.verdict.intent !== conversation.intent);
  const raised = isMoreUrgent(heard, conversation) ? heard.understanding.urgency : conversation.urgency;
  const say = (message: Message): TurnDraft => ({ type: 'message.sent', data: message });
  const waits = conversation.owner.kind === 'queue';
  const moved = danger && waits ? moveToTeam(input, heard, knowledge) : [];
  return [
    ...(waits && heard.locale !== conversation.locale ? [{ type: 'locale.changed' as const, data: { locale: heard.locale } }] : []),
    { type: 'message.understood', data: { ofSeq: utterance.ofSeq, understanding: { ...heard.understanding, urgency: raised } } },
    ...(raised === conversation.urgency ? [] : [{ type: 'urgency.raised' as const, data: { urgency: raised, reason: heard.verdict.reasons.join('; ') } }]),
    ...moved,
    ...(utterance.secrets.length > 0 ? [say(compose.forSecrets(utterance.secrets, { locale: heard.locale, ofSeq: utterance.ofSeq }))] : []),
    ...(danger && waits ? [say(safetySteps(utterance, heard, compose, conversation.region))] : []),
    ...(waits ? ask(input, utterance, heard, { knowledge, compose, moved: moved[0]?.data.ask }).map(say) : []),
  ];
}

type Moved = Extract<TurnDraft, { type: 'handoff.requested' }>;

function isDanger({ verdict }: Consideration): boolean {
  return verdict.action === 'handoff' && (DANGERS as readonly Intent[]).includes(verdict.intent);
}

function isMoreUrgent({ understanding }: Consideration, { urgency }: Conversation): boolean {
  return urgencyRank(understanding.urgency) < urgencyRank(urgency);
}

function moveToTeam({ conversation }: TurnInput, heard: Consideration, { base }: Knowledge): Moved[] {
  const handoff = handoffOf(heard, base.policy);
  const { owner } = conversation;
  return owner.kind === 'queue' && owner.team !== handoff.team ? [{ type: 'handoff.requested', data: handoff }] : [];
}

/** The first steps of what came out while waiting; the place in line did not change for the worse, so nothing is said of it. */
function safetySteps({ ofSeq }: Utterance, { verdict, locale, understanding: { mood } }: Consideration, compose: Compose, region: string | null): Message {
  return { ...compose.forVerdict(verdict, { locale, ofSeq, isFirst: false, mood, isRemark: false, secrets: [], waiting: null, region, caseNumber: '' }), kind: 'safety' };
}

function ask({ events }: TurnInput, { context, ofSeq }: Utterance, { locale, understanding, verdict }: Consideration, { knowledge: { base: { policy } }, compose, moved }: { knowledge: Knowledge; compose: Compose; moved: readonly IntakeSlot[] | undefined }): Message[] {
  if (verdict.intent === 'distress' && verdict.action === 'handoff') return [];
  const handoff = events.findLast((event): event is EventOf<'handoff.requested'> => event.type === 'handoff.requested');
  const entities = events.flatMap((event) => (event.type === 'turn.decided' || event.type === 'message.understood' ? event.data.understanding.entities : []));
  const last = events.findLast((event): event is EventOf<'message.sent'> => event.type === 'message.sent' && event.data.kind === 'intake');
  const step = nextIntake({
    ask: moved ?? handoff?.data.ask ?? [],
    // Another case has questions of its own.
    asked: moved ? [] : context.asked,
    ended: !moved && last !== undefined && last.seq > (handoff?.seq ?? 0) && last.data.slot === undefined,
    entities: [...entities, ...understanding.entities],
  }, policy.maxIntakeQuestions);
  return step ? [compose.forIntake(step, { locale, ofSeq }, context.asked.length === 0)] : [];
}
