import type { GoldenOutcome } from '../../domain/golden-question.ts';
import { DEFAULT_LOCALE, type Locale } from '../../domain/locales.ts';
import type { Redact, SecretKind } from '../../domain/secrets.ts';
import type { ProposedDocument } from '../../knowledge/editing/golden-judgement.ts';
import { findTranslation } from '../../knowledge/find-translation.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Problem } from '../../knowledge/problem.ts';
import type { ReadDraft } from '../../knowledge/trying/draft-knowledge.ts';
import { findNearestPhrasing } from '../../knowledge/trying/find-nearest-phrasing.ts';
import { listHeardLocales } from '../../knowledge/trying/list-heard-locales.ts';
import type { AskGolden } from '../../knowledge/trying/golden-questions.ts';
import type { TriedUtterance } from '../../protocol/routes/trying.ts';
import type { Assistant, FirstTurn } from '../create-assistant.ts';
import { teamOf } from '../turn-drafts.ts';
import { explainDecision } from './explain-decision.ts';

/** @param locale of the page on which it is asked; English where it is null. */
export type TryUtterance = (utterance: string, locale: Locale | null, documents: readonly ProposedDocument[]) => Promise<{
  readonly published: TriedUtterance;
  /** Null where no documents are given, or they cannot be read: problems say why. */
  readonly draft: TriedUtterance | null;
  readonly problems: Problem[];
}>;

/** Readings that are shown. */
const MOST_READINGS = 5;

/**
 * What would the assistant say? The first turn of a conversation through the conversation's own code,
 * with what is published and with drafts; nothing is stored. Rejects as `readDraft` does.
 */
export function createTryUtterance({ assistant, published, readDraft, redact }: {
  assistant: Pick<Assistant, 'consider'>;
  published: () => Knowledge;
  readDraft: ReadDraft;
  redact: Redact;
}): TryUtterance {
  return async (written, locale, documents) => {
    // As a message is taken in: what is a secret is never read, and what follows from it is part of the answer.
    const { text, kinds } = redact(written);
    const tryWith = async (knowledge: Knowledge): Promise<TriedUtterance> =>
      describe(await assistant.consider({ text, secrets: kinds }, locale ?? DEFAULT_LOCALE, knowledge), { text, secrets: kinds, knowledge });
    const now = published();
    const tried = await tryWith(now);
    const draft = documents.length === 0 ? undefined : await readDraft(documents, new Set([...listHeardLocales(text, tried.locale, now.search), tried.locale]));
    if (!draft) return { published: tried, draft: null, problems: [] };
    if (!draft.ok) return { published: tried, draft: null, problems: [...draft.problems] };
    return { published: tried, draft: await tryWith(draft.knowledge), problems: [] };
  };
}

/** What the assistant does with golden questions; they have no secrets. */
export function createAskGolden({ assistant }: { assistant: Pick<Assistant, 'consider'> }): AskGolden {
  return async ({ utterance, locale }, knowledge): Promise<GoldenOutcome> => {
    const { verdict, message } = await assistant.consider({ text: utterance, secrets: [] }, locale, knowledge);
    return { action: verdict.action, gives: [...new Set([...message.citations, ...message.choices].map(({ articleId }) => articleId))] };
  };
}

function describe(turn: FirstTurn, { text, secrets, knowledge }: { text: string; secrets: readonly SecretKind[]; knowledge: Knowledge }): TriedUtterance {
  const { understanding, understood, verdict, locale, message } = turn;
  const { intent, urgency, confidence, mood, entities, evidence } = understanding;
  return {
    utterance: text, secrets: [...secrets], heardLocale: understanding.locale, locale, intent, urgency, confidence, mood, entities, evidence,
    readings: understood.readings.slice(0, MOST_READINGS).map((reading) => ({ intent: reading.intent, urgency: reading.urgency, probability: reading.probability })),
    ranking: understood.ranking.flatMap((ranked) => describeRanked(ranked, { text, locale, knowledge }) ?? []),
    action: verdict.action, team: teamOf(turn, knowledge.base.policy),
    because: explainDecision(turn, knowledge.base.policy), reasons: [...verdict.reasons],
    message: {
      kind: message.kind, text: message.text, locale: message.locale,
      citations: [...message.citations], choices: [...message.choices], offersPerson: message.offer === 'person',
    },
  };
}

function describeRanked({ articleId, score }: { articleId: string; score: number }, { text, locale, knowledge: { base, search } }: { text: string; locale: Locale; knowledge: Knowledge }): TriedUtterance['ranking'][number] | undefined {
  const article = base.articles.get(articleId);
  const title = findTranslation(base, articleId, locale)?.title;
  if (!article || title === undefined) return undefined;
  return { articleId, title, score, words: search.explainArticle(text, locale, articleId), phrasing: findNearestPhrasing(article, text, locale) ?? null };
}
