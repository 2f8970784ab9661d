import { createJudge } from '../../src/assistant/answering/create-judge.ts';
import { createPhraseAnswer } from '../../src/assistant/answering/create-phrase-answer.ts';
import { selectPassages } from '../../src/assistant/answering/sources/select-passages.ts';
import type { Assistant, FirstTurn } from '../../src/assistant/create-assistant.ts';
import { detectLocale } from '../../src/assistant/detect-locale.ts';
import { answeringOptions, CLOSE, isNeverPhrased, type LanguageModelParts } from '../../src/assistant/language-skills.ts';
import { DEFAULT_LOCALE, type Locale } from '../../src/domain/locales.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { redactSecrets } from '../../src/secrets/redact-secrets.ts';
import type { EvaluationCase } from '../cases.ts';
import { measureGroundedness, type Groundedness } from './groundedness.ts';

export interface LlmParts extends LanguageModelParts {
  readonly assistant: Pick<Assistant, 'consider'>;
  readonly knowledge: Knowledge;
}

/** What became of one case. */
export interface LlmResult {
  readonly expected: EvaluationCase;
  /** Whether the model was asked what is meant, and handed it over. */
  readonly judged: 'sure' | 'unchanged' | 'raised' | 'failed';
  /** Undefined where there was nothing to phrase. */
  readonly answer?: PhrasedResult | FallenBack | undefined;
}

export interface PhrasedResult extends Groundedness {
  readonly ok: true;
  readonly text: string;
  readonly cited: readonly string[];
  readonly locale: Locale | null;
  /** Milliseconds from the question to the first words that a contact sees, and to the whole. */
  readonly firstMs: number;
  readonly wholeMs: number;
}

export interface FallenBack {
  readonly ok: false;
  readonly reason: string;
  readonly wholeMs: number;
}

/** Asks as a conversation's first turn does. Only the text of a case reaches the model. */
export function createAskCase(parts: LlmParts): (expected: EvaluationCase, chargeTo: string) => Promise<LlmResult> {
  const { assistant, knowledge, askBelow, turnMs } = parts;
  const options = answeringOptions(parts, () => knowledge);
  const [judge, phrase] = [createJudge(options), createPhraseAnswer(options)];
  const exchange = knowledge.base.exchange['name'] ?? '';

  async function judgeCase(question: string, { understanding, verdict }: FirstTurn, more: { chargeTo: string; signal: AbortSignal }): Promise<LlmResult['judged']> {
    if (understanding.confidence >= askBelow || verdict.action === 'handoff') return 'sure';
    const judged = await judge({ question, history: [], exchange, understanding, ...more });
    if (!judged.ok) return 'failed';
    return judged.handoff === undefined ? 'unchanged' : 'raised';
  }

  async function phraseCase(question: string, { understood: { ranking }, understanding: { mood }, locale }: FirstTurn, more: { chargeTo: string; signal: AbortSignal; begun: number }): Promise<PhrasedResult | FallenBack> {
    let firstMs: number | undefined;
    const passages = selectPassages(knowledge.base, ranking, locale);
    const phrased = await phrase({
      question, history: [], passages, locale, mood, base: knowledge.base, rerank: (ranking[0]?.score ?? 0) - (ranking[1]?.score ?? 0) < CLOSE,
      onPiece: () => { firstMs ??= performance.now() - more.begun; }, chargeTo: more.chargeTo, signal: more.signal,
    });
    const wholeMs = performance.now() - more.begun;
    // What the signal ends, nobody else cancelled.
    if (!phrased.ok) return { ok: false, reason: phrased.reason === 'cancelled' ? 'turn-too-long' : phrased.reason, wholeMs };
    const { text, citations } = phrased;
    const cited = [...new Set(citations.map(({ articleId }) => articleId))];
    return {
      ok: true, text, cited, firstMs: firstMs ?? wholeMs, wholeMs,
      locale: detectLocale(text, { prior: DEFAULT_LOCALE, isFirst: true, votes: knowledge.search.voteLocales(text) }).locale,
      ...measureGroundedness(text, locale, passages.filter(({ articleId }) => cited.includes(articleId))),
    };
  }

  return async (expected, chargeTo) => {
    const { text, kinds } = redactSecrets(expected.text);
    const turn = await assistant.consider({ text, secrets: kinds }, DEFAULT_LOCALE);
    const more = { chargeTo, signal: AbortSignal.timeout(turnMs), begun: performance.now() };
    const judged = await judgeCase(text, turn, more);
    const { verdict } = turn;
    const isPhrased = verdict.action === 'answer' && judged !== 'raised' && kinds.length === 0 && !isNeverPhrased(knowledge.base.articles.get(verdict.articleId));
    return { expected, judged, answer: isPhrased ? await phraseCase(text, turn, more) : undefined };
  };
}
