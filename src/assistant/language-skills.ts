import type { Said } from '../domain/agent-tools.ts';
import type { Article, RankedArticle } from '../domain/article.ts';
import type { ConversationEvent } from '../domain/events.ts';
import type { Locale } from '../domain/locales.ts';
import type { Policy } from '../domain/policy.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { LanguageModel } from '../ports.ts';
import type { Prompts } from '../prompts/prompt.ts';
import type { AnsweringOptions } from './answering/answering-options.ts';
import { createCondense } from './answering/create-condense.ts';
import { createJudge } from './answering/create-judge.ts';
import { createPhraseAnswer } from './answering/create-phrase-answer.ts';
import { randomMarker } from './answering/random-marker.ts';
import { selectPassages } from './answering/sources/select-passages.ts';
import type { Consideration, Utterance } from './consider.ts';
import type { Verdict } from './decide.ts';
import { detectLocale } from './detect-locale.ts';
import type { Message } from './voice.ts';

export interface LanguageModelParts {
  readonly model: LanguageModel;
  readonly prompts: Prompts;
  /** Confidence, 0 to 1, below which the model is asked what a contact means. */
  readonly askBelow: number;
  /** Milliseconds that the model has for all of a turn; the approved article is given after that. */
  readonly turnMs: number;
}

/** One turn's words and what is known of it, for the model. */
export interface TurnForModel {
  readonly utterance: Utterance;
  readonly consideration: Consideration;
  readonly events: readonly ConversationEvent[];
  readonly conversationId: string;
  readonly onPiece: (piece: string) => void;
  readonly signal: AbortSignal;
}

/** What a configured model adds to a turn. Never rejects: without it, or with one that fails, the turn is what it was. */
export interface LanguageSkills {
  /** The same consideration, or a more careful one where the built-in understanding was unsure. */
  judge(turn: TurnForModel): Promise<Consideration>;
  /** The answer in words made for the question, verified; undefined where the approved article is the answer. */
  phrase(turn: TurnForModel, fallback: Message): Promise<Message | undefined>;
  /** One time limit for all that the model is asked in a turn. */
  limit(signal: AbortSignal): AbortSignal;
}

/** The best article is ahead of the next by less than this: the model may order the passages first. */
export const CLOSE = 0.25;
const HISTORY = 12;

export function createLanguageSkills({ model, prompts, askBelow, turnMs }: LanguageModelParts, knowledge: () => Knowledge): LanguageSkills {
  const options = answeringOptions({ model, prompts }, knowledge);
  const [judge, condense, phraseAnswer] = [createJudge(options), createCondense(options), createPhraseAnswer(options)];

  /** What a follow-up asks, for the search; the ranking as it was where the model cannot say. */
  async function rankAgain({ utterance, consideration: { understood, readAs, locale }, events, conversationId, signal }: TurnForModel) {
    if (readAs === undefined) return understood.ranking;
    const { base, search } = knowledge();
    const condensed = await condense({ question: utterance.text, history: historyOf(events, utterance.ofSeq), exchange: base.exchange['name'] ?? '', chargeTo: conversationId, signal });
    return condensed.ok ? (await search.rank(condensed.text, locale)).articles : understood.ranking;
  }

  return {
    limit: (signal) => AbortSignal.any([signal, AbortSignal.timeout(turnMs)]),

    async judge(turn) {
      const { utterance, consideration, events, conversationId, signal } = turn;
      const { verdict, understanding } = consideration;
      const isSure = understanding.confidence >= askBelow || verdict.action === 'handoff' || utterance.isButton;
      if (isSure) return consideration;
      const { base } = knowledge();
      const judged = await judge({ question: utterance.text, history: historyOf(events, utterance.ofSeq), exchange: base.exchange['name'] ?? '', understanding, chargeTo: conversationId, signal });
      if (!judged.ok) return consideration;
      const { handoff } = judged;
      return {
        ...consideration, understanding: judged.understanding,
        verdict: handoff === undefined ? verdict : handOver(judged.understanding, handoff, base.policy),
      };
    },

    async phrase(turn, fallback) {
      const { utterance, consideration: { verdict, understanding: { mood }, locale, understood }, events, conversationId, onPiece, signal } = turn;
      // Who told a secret is warned of it, and who was not helped is offered a person, in the approved words around the article.
      if (verdict.action !== 'answer' || utterance.isButton || utterance.secrets.length > 0 || verdict.offersPerson) return undefined;
      const { base } = knowledge();
      if (isNeverPhrased(base.articles.get(verdict.articleId))) return undefined;
      const ranking = await rankAgain(turn);
      const [first, second] = understood.ranking;
      const phrased = await phraseAnswer({
        question: utterance.text, history: historyOf(events, utterance.ofSeq), passages: selectPassages(base, withFirst(verdict.articleId, ranking), locale), locale, mood, base,
        rerank: (first?.score ?? 0) - (second?.score ?? 0) < CLOSE, onPiece, chargeTo: conversationId, signal,
      });
      if (!phrased.ok) return undefined;
      const { text, citations, prompt, model: by } = phrased;
      return { ...fallback, text, citations: [...citations], phrasedBy: { model: by, prompt } };
    },
  };
}

/** What was decided on comes first, whatever else the words resemble: the contact may have picked it. */
function withFirst(articleId: string, ranking: readonly RankedArticle[]): RankedArticle[] {
  const first = ranking.find((one) => one.articleId === articleId) ?? { articleId, score: 1 };
  return [first, ...ranking.filter((one) => one.articleId !== articleId)];
}

/** What protects accounts and people is said in approved words only. */
const APPROVED_WORDS_ONLY: ReadonlySet<string> = new Set(['security', 'fraud']);

export function isNeverPhrased(article: Article | undefined): boolean {
  return article === undefined || APPROVED_WORDS_ONLY.has(article.category);
}

/** What every use of the model needs, beside agents' tools too. */
export function answeringOptions({ model, prompts }: Pick<LanguageModelParts, 'model' | 'prompts'>, knowledge: () => Knowledge): AnsweringOptions {
  const detectLanguage = (text: string, expected: Locale): Locale | null =>
    detectLocale(text, { prior: expected, isFirst: true, votes: knowledge().search.voteLocales(text) }).locale;
  return { model, prompts, random: randomMarker, detectLanguage };
}

function handOver({ intent, urgency }: Consideration['understanding'], handoffReason: Extract<Verdict, { action: 'handoff' }>['handoffReason'], policy: Policy): Verdict {
  return { action: 'handoff', intent, urgency, handoffReason, steps: policy.intents[intent].steps, reasons: ['the model asked for a person'] };
}

/** What was said before the message, oldest first. */
function historyOf(events: readonly ConversationEvent[], before: number): Said[] {
  return events.filter(({ seq }) => seq < before).flatMap((event): Said[] => {
    if (event.type === 'message.received') return [{ from: 'contact', text: event.data.text }];
    if (event.type === 'message.sent') return [{ from: event.data.author.kind === 'agent' ? 'colleague' : 'assistant', text: event.data.text }];
    return [];
  }).slice(-HISTORY);
}
