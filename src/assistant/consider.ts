import { slotsFilled } from '../domain/case-file.ts';
import type { Understanding } from '../domain/events.ts';
import { INTENTS, type Intent } from '../domain/intents.ts';
import type { Locale } from '../domain/locales.ts';
import { raiseUrgency } from '../domain/urgencies.ts';
import type { SecretKind } from '../domain/secrets.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { decide, type Situation, type Verdict } from './decide.ts';
import type { Context } from './read-context.ts';
import { resolveReference, type Reference } from './resolve-reference.ts';
import { understand, type Heard, type Understood, type UnderstandTools } from './understand.ts';

/** A contact's words, and what of the conversation they are read in. */
export interface Utterance extends Heard {
  /** The message that is answered. */
  readonly ofSeq: number;
  /** Failures about the same thing so far. */
  readonly failures: number;
  /** True where the contact only pressed a button: the text is its label. */
  readonly isButton: boolean;
  /** The article that the contact picked among choices. */
  readonly choice?: string | undefined;
  readonly wishesPerson: boolean;
  readonly secrets: readonly SecretKind[];
  readonly context: Context;
}

/** What the assistant makes of an utterance: everything that it saw and decided. */
export interface Consideration {
  readonly understood: Understood;
  /** What was understood, with the intent and urgency that the verdict rests on. */
  readonly understanding: Understanding;
  readonly verdict: Verdict;
  /** The language that the contact is answered in. */
  readonly locale: Locale;
  /** What the conversation was about before. */
  readonly before: Intent | null;
  /** What was searched, where it was more than the utterance. */
  readonly readAs?: string | undefined;
}

const REPLIES: ReadonlySet<Reference['kind']> = new Set(['choice', 'which-choice', 'none-of-these', 'accepts-person', 'refuses-person']);
/** A "yes" or "the second one" may come with this many letters more ("ok pls"), which is too few for an alarm. */
const LETTERS_BESIDE = 4;

/** A follow-up is read with the question before it up to this length. */
const MAX_QUESTION = 600;
/** As many words may be a follow-up: "and for eth?", "how long does that take?". */
const FOLLOW_UP = 7;

/** Understand by itself and with what went before, then decide. */
export async function consider(utterance: Utterance, { knowledge: { base }, tools }: { knowledge: Knowledge; tools: UnderstandTools }): Promise<Consideration> {
  const alone = await understand(utterance, tools);
  const { context } = utterance;
  const reference = utterance.isButton ? undefined : resolveReference(utterance.text, { cues: alone.cues, entities: alone.understanding.entities }, context);
  const { understood, readAs } = await readInContext(utterance, alone, reference, tools);
  const repeated = reference === undefined && !utterance.isButton && isAskedAgain(understood, context, tools);
  const choice = utterance.choice !== undefined && base.articles.has(utterance.choice) ? utterance.choice : undefined;
  const isReply = reference !== undefined && REPLIES.has(reference.kind) && saysNothingElse(utterance.text, alone, context);
  const situation: Situation = { ...utterance, understood, reference: repeated ? { kind: 'asked-again' } : reference, isReply, answersIntake: answersIntake(alone, context), choice, given: context.given, offered: context.choices.map(({ articleId }) => articleId) };
  const verdict = decide(situation, base.policy);
  return {
    understood, verdict, readAs, before: context.intent,
    locale: alone.understanding.locale ?? utterance.prior,
    understanding: { ...understood.understanding, intent: verdict.intent, urgency: verdict.urgency },
  };
}

/** An utterance that says little by itself is searched with the question before it. What it says of danger is never lost. */
async function readInContext(utterance: Utterance, alone: Understood, reference: Reference | undefined, tools: UnderstandTools): Promise<{ understood: Understood; readAs?: string }> {
  const { question, intent } = utterance.context;
  if (question === null || reference?.kind === 'solved' || !(isAbout(reference) || isFollowUp(alone, reference, tools))) return { understood: alone };
  const readAs = `${question.slice(-MAX_QUESTION)}\n${utterance.text}`;
  const together = await understand({ ...utterance, text: readAs }, tools);
  const surer = (together.ranking[0]?.score ?? 0) > (alone.ranking[0]?.score ?? 0);
  if (!isAbout(reference) && !surer) return { understood: alone };
  const kept = isAbout(reference) && intent !== null ? intent : together.understanding.intent;
  return {
    readAs,
    understood: {
      ...together,
      cues: alone.cues,
      understanding: {
        ...alone.understanding, intent: kept,
        urgency: raiseUrgency(alone.understanding.urgency, together.understanding.urgency),
        confidence: together.understanding.confidence,
        reasons: [...together.understanding.reasons, 'read with the question before it'],
      },
    },
  };
}

/** A reply is only that where hardly a letter of it is more: "yes, hacked" is no mere yes. */
function saysNothingElse(text: string, { cues }: Understood, { choices }: Context): boolean {
  const letters = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{M}]+/gu, '');
  const beside = letters(text).length - [...new Set(cues.found.map(({ words }) => words))].reduce((sum, words) => sum + letters(words).length, 0);
  return beside <= LETTERS_BESIDE || choices.some(({ title }) => letters(title) === letters(text));
}

/** A few words that tell what was just asked of who waits: "yesterday at three". */
function answersIntake({ cues, understanding: { entities } }: Understood, { asked }: Context): boolean {
  const last = asked.at(-1);
  return last !== undefined && cues.length <= FOLLOW_UP && (cues.has('skip') || slotsFilled(entities.map(({ kind }) => kind)).has(last));
}

/** Who is led to the article that was just given does not need it once more. */
function isAskedAgain({ ranking }: Understood, { lastArticle }: Context, { clarifyFrom }: UnderstandTools): boolean {
  const [first] = ranking;
  return first !== undefined && first.articleId === lastArticle && first.score >= clarifyFrom;
}

/** The utterance is about the last question, whatever its own words look like. */
function isAbout(reference: Reference | undefined): boolean {
  return reference !== undefined && ['unsolved', 'none-of-these', 'addition'].includes(reference.kind);
}

/** Few words, and none that say clearly what else is wanted. */
function isFollowUp({ cues, ranking, intents }: Understood, reference: Reference | undefined, { answerFrom }: UnderstandTools): boolean {
  const [best] = intents;
  const clear = (ranking[0]?.score ?? 0) >= answerFrom || (best !== undefined && INTENTS[best.intent].action !== 'answer' && best.probability >= answerFrom);
  return reference === undefined && cues.length <= FOLLOW_UP && !clear;
}
