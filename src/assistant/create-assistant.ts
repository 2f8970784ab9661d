import type { AssistantSeat, TurnInput } from '../domain/assistant-seat.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { EventOf } from '../domain/events.ts';
import type { Locale } from '../domain/locales.ts';
import type { SecretKind } from '../domain/secrets.ts';
import { raiseUrgency } from '../domain/urgencies.ts';
import type { Waiting } from '../domain/waiting.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { createCompose, type Compose, type Occasion } from './compose.ts';
import { consider, type Consideration, type Utterance } from './consider.ts';
import { createFindEntities } from './entities/find-entities.ts';
import { hear } from './hear.ts';
import { nextIntake } from './intake.ts';
import type { LanguageSkills } from './language-skills.ts';
import type { Translate } from './phrases.ts';
import { createReadCues, type Cues } from './read-cues.ts';
import { NO_CONTEXT, readContext } from './read-context.ts';
import { handoffOf, toTurnDrafts } from './turn-drafts.ts';
import type { UnderstandTools } from './understand.ts';
import type { Message } from './voice.ts';

/** What the assistant would do with the first message of a fresh conversation. */
export interface FirstTurn extends Consideration {
  readonly message: Message;
}

export interface Assistant extends AssistantSeat {
  /**
   * The first turn of a fresh conversation, without one: for predictions, evaluation and editors.
   * @param on other knowledge than what is published now, such as drafts.
   */
  consider(utterance: { readonly text: string; readonly secrets: readonly SecretKind[] }, prior: Locale, on?: Knowledge): Promise<FirstTurn>;
}

export interface AssistantOptions {
  /** The published articles and their index as they are now; asked for anew every turn. */
  readonly knowledge: () => Knowledge;
  readonly translate: Translate;
  /** What a configured language model adds; the assistant works in full without. */
  readonly skills?: LanguageSkills | undefined;
  /** What a contact can be told of the time until a person comes. @param conversation as it will be once it waits. */
  readonly estimateWait: (conversation: Conversation) => Promise<Waiting | null>;
}

/** The assistant's one door. Works without any model. */
export function createAssistant({ knowledge, translate, estimateWait, skills }: AssistantOptions): Assistant {
  const equip = createEquip(translate);

  async function respond(input: TurnInput) {
    const now = knowledge();
    const { tools, compose } = equip(now);
    const { conversation } = input;
    const utterance = readUtterance(input);
    const first = await consider(utterance, { knowledge: now, tools });
    const turn = { utterance, events: input.events, conversationId: conversation.id, onPiece: input.onPiece, signal: skills?.limit(input.signal) ?? input.signal };
    const consideration = await skills?.judge({ ...turn, consideration: first }) ?? first;
    const occasion = await occasionOf(utterance, consideration, conversation, now.base);
    const approved = compose.forVerdict(consideration.verdict, occasion);
    const phrased = await skills?.phrase({ ...turn, consideration }, approved);
    const message = phrased ? compose.withOrigin(phrased) : approved;
    return toTurnDrafts(conversation, utterance.ofSeq, consideration, now.base.policy, [message, ...firstQuestion(consideration, occasion, compose, now.base)]);
  }

  async function occasionOf({ ofSeq, isFirst, secrets, at }: Utterance, consideration: Consideration, conversation: Conversation, base: KnowledgeBase): Promise<Occasion> {
    const { verdict, understood, understanding, locale } = consideration;
    const waits = verdict.action === 'handoff'
      ? await estimateWait({
        ...conversation, owner: { kind: 'queue', team: handoffOf(consideration, base.policy).team }, queuedAt: at,
        urgency: raiseUrgency(conversation.urgency, understanding.urgency),
      })
      : null;
    return { locale, ofSeq, isFirst, mood: understanding.mood, isRemark: isRemark(understood.cues), secrets, waiting: waits, region: conversation.region, caseNumber: conversation.caseNumber };
  }

  return {
    respond,
    hear: (input) => {
      const now = knowledge();
      return hear(input, readUtterance(input), { knowledge: now, ...equip(now) });
    },
    async consider({ text, secrets }, prior, now = knowledge()) {
      const { tools, compose } = equip(now);
      const utterance: Utterance = {
        text, prior, ofSeq: 1, isFirst: true, at: Date.now(), failures: 0, wishesPerson: false, isButton: false, secrets, context: NO_CONTEXT,
      };
      const consideration = await consider(utterance, { knowledge: now, tools });
      const { locale, understood: { cues }, understanding: { mood } } = consideration;
      return { ...consideration, message: compose.forVerdict(consideration.verdict, { locale, ofSeq: 1, isFirst: true, mood, isRemark: isRemark(cues), secrets, waiting: null, region: null, caseNumber: '' }) };
    },
    handOver(conversation, reason, requestedBy) {
      const { locale, urgency, team, topic } = conversation;
      return {
        handoff: { team: team ?? topic ?? 'general', urgency, reason, requestedBy, ask: [] },
        message: plainMessage('notice', locale, translate(locale, `assistant.handoff.${reason}`)),
      };
    },
    askWhetherSolved: ({ locale }) => plainMessage('follow-up', locale, translate(locale, 'assistant.followUp')),
  };
}

function plainMessage(kind: Message['kind'], locale: Locale, text: string): Message {
  return { author: { kind: 'assistant' }, kind, locale, citations: [], choices: [], text };
}

/** Words that answer something, with nothing there to answer. */
function isRemark(cues: Cues): boolean {
  return (['yes', 'no', 'first', 'second', 'third', 'last', 'skip'] as const).some((cue) => cues.has(cue));
}

/** What the contact is asked first while they wait, beside the hand-over. */
function firstQuestion(consideration: Consideration, occasion: Occasion, compose: Compose, { policy }: KnowledgeBase): Message[] {
  // Nobody in despair is met with a form.
  if (consideration.verdict.action !== 'handoff' || consideration.verdict.intent === 'distress') return [];
  const { ask } = handoffOf(consideration, policy);
  const step = nextIntake({ ask, asked: [], ended: false, entities: consideration.understanding.entities }, policy.maxIntakeQuestions);
  return step && step !== 'thanks' ? [compose.forIntake(step, occasion, true)] : [];
}

/** What is derived from a knowledge base and used in every turn, made once for each. */
function createEquip(translate: Translate): (knowledge: Knowledge) => { tools: UnderstandTools; compose: Compose } {
  const made = new WeakMap<Knowledge, { tools: UnderstandTools; compose: Compose }>();
  // Cues are no article: they outlive every publication.
  const readers = new WeakMap<KnowledgeBase['cues'], Pick<UnderstandTools, 'readCues' | 'findEntities'>>();
  return (knowledge) => {
    const known = made.get(knowledge);
    if (known) return known;
    const { base, search } = knowledge;
    const { criticalFrom, answerFrom, clarifyFrom } = base.policy.thresholds;
    const reading = readers.get(base.cues) ?? { readCues: createReadCues(base.cues), findEntities: createFindEntities({ cues: base.cues }) };
    readers.set(base.cues, reading);
    const equipment = {
      tools: { search, criticalFrom, answerFrom, clarifyFrom, ...reading },
      compose: createCompose(base, translate),
    };
    made.set(knowledge, equipment);
    return equipment;
  };
}

/** The contact's messages that are new to the assistant as one utterance. */
function readUtterance(input: TurnInput): Utterance {
  const { conversation, events } = input;
  const from = conversation.owner.kind === 'assistant' ? conversation.unansweredSeq ?? conversation.seq : conversation.heardSeq + 1;
  const received = events.filter((event): event is EventOf<'message.received'> => event.type === 'message.received' && event.seq >= from);
  // The words on a button that was pressed are ours, not the contact's.
  const spoken = received.filter(({ data }) => data.choice === undefined && data.wish === undefined);
  const last = received.at(-1);
  if (!last) throw new Error(`conversation ${conversation.id} has no message after ${from} that was not read`);
  return {
    text: (spoken.length > 0 ? spoken : received).map(({ data }) => data.text).join('\n'),
    isButton: spoken.length === 0,
    ofSeq: last.seq,
    at: last.at,
    isFirst: !events.some(({ type }) => type === 'message.sent'),
    prior: conversation.locale,
    region: conversation.region ?? undefined,
    failures: conversation.failedTurns + conversation.unhelpfulAnswers,
    choice: last.data.choice?.articleId,
    wishesPerson: received.some(({ data }) => data.wish === 'person'),
    secrets: [...new Set(received.flatMap(({ data }) => data.secrets ?? []))],
    context: readContext(input, received[0]?.seq ?? from),
  };
}
