import type { RankedArticle } from '../domain/article.ts';
import type { Entity } from '../domain/entities.ts';
import { MAX_TEXT_LENGTH, type Understanding } from '../domain/events.ts';
import { DANGERS, type Intent } from '../domain/intents.ts';
import type { Locale } from '../domain/locales.ts';
import { URGENCIES, type Urgency } from '../domain/urgencies.ts';
import type { Search } from '../knowledge/search/create-search.ts';
import type { ProbableReading } from '../knowledge/search/summarise-ranking.ts';
import { detectLocale } from './detect-locale.ts';
import { detectMood } from './detect-mood.ts';
import type { Cues, ReadCues } from './read-cues.ts';

/** Everything that is known of an utterance before anything is decided. */
export interface Understood {
  readonly understanding: Understanding;
  readonly ranking: readonly RankedArticle[];
  /** What it may mean, likeliest first; sums to 1. */
  readonly readings: readonly ProbableReading[];
  /** Probabilities of the intents, best first; sums to 1. */
  readonly intents: readonly { readonly intent: Intent; readonly probability: number }[];
  readonly cues: Cues;
}

export type FindEntities = (text: string, context: { locale: Locale | null; now: number; region?: string | undefined }) => Entity[];

export interface UnderstandTools {
  readonly search: Pick<Search, 'rank' | 'voteLocales' | 'explain'>;
  readonly readCues: ReadCues;
  readonly findEntities: FindEntities;
  readonly criticalFrom: number;
  /** From here on an article answers an utterance by itself. */
  readonly answerFrom: number;
  /** From here on an article may be meant. */
  readonly clarifyFrom: number;
}

export interface Heard {
  readonly text: string;
  /** The conversation's language so far. */
  readonly prior: Locale;
  /** True before anything was said to the contact. */
  readonly isFirst: boolean;
  /** When it was said, in ms since the epoch: what "yesterday" is counted from. */
  readonly at: number;
  readonly region?: string | undefined;
}

/** Reads an utterance by itself. */
export async function understand({ text: said, prior, isFirst, at, region }: Heard, { search, readCues, findEntities, criticalFrom }: UnderstandTools): Promise<Understood> {
  // Several messages may have come together. More than one may have is not read, so that no contact can
  // keep the desk busy; the end is, because what is new stands there.
  const text = said.length <= MAX_TEXT_LENGTH ? said : `${said.slice(0, MAX_TEXT_LENGTH / 4)}\n${said.slice(-(MAX_TEXT_LENGTH * 3) / 4 + 1)}`;
  const votes = search.voteLocales(text);
  const { locale, reason, confidence } = detectLocale(text, { prior, isFirst, votes });
  const spoken = locale ?? prior;
  const { articles, readings } = await search.rank(text, spoken, votes);
  const intents = sumIntents(readings);
  const intent = intents[0]?.intent ?? 'out_of_scope';
  const urgency = urgencyOf(intent, readings, criticalFrom);
  const cues = readCues(text, spoken);
  const { mood, confidence: moodConfidence, words } = detectMood(text, cues);
  const likely = round(intents[0]?.probability ?? 0);
  return {
    understanding: {
      locale, intent, urgency, confidence: likely, mood,
      entities: findEntities(text, { locale, now: at, region }),
      evidence: [
        { part: 'locale', value: locale ?? 'none', confidence: round(confidence), words: [reason] },
        { part: 'intent', value: intent, confidence: likely, words: search.explain(text, spoken, readings[0] ?? { intent, urgency }) },
        { part: 'urgency', value: urgency, confidence: round(sumOf(readings, (one) => one.urgency === urgency)), words: [] },
        { part: 'mood', value: mood, confidence: moodConfidence, words: [...words] },
      ],
      reasons: [`locale: ${locale ?? 'unclear'} (${reason})`, ...intents.slice(0, 3).map((one) => `intent: ${one.intent} ${round(one.probability)}`)],
    },
    ranking: articles.map(({ articleId, score }) => ({ articleId, score: round(score) })),
    readings, intents, cues,
  };
}

/**
 * The urgency that an intent has in this utterance: the likeliest of its readings; critical where all
 * that is critical is likely enough together. A danger is
 * high where the utterance speaks of money that is merely stuck half as much: measured on the dev
 * cases, that costs no critical one and spares one false in ten.
 */
export function urgencyOf(intent: Intent, readings: readonly ProbableReading[], criticalFrom: number): Urgency {
  const all = (urgency: Urgency): number => sumOf(readings, (one) => one.urgency === urgency);
  if (all('critical') >= criticalFrom && !(DANGERS as readonly Intent[]).includes(intent)) return 'critical';
  const own = URGENCIES.map((urgency) => ({ urgency, probability: sumOf(readings, (one) => one.intent === intent && one.urgency === urgency) }));
  const { urgency } = own.reduce((best, one) => (one.probability > best.probability ? one : best));
  return urgency === 'critical' && all('high') > all('critical') / 2 ? 'high' : urgency;
}

function sumIntents(readings: readonly ProbableReading[]): Understood['intents'] {
  const sums = new Map<Intent, number>();
  for (const { intent, probability } of readings) sums.set(intent, (sums.get(intent) ?? 0) + probability);
  return Array.from(sums, ([intent, probability]) => ({ intent, probability })).sort((a, b) => b.probability - a.probability);
}

export function sumOf(readings: readonly ProbableReading[], counts: (reading: ProbableReading) => boolean): number {
  return readings.reduce((sum, reading) => sum + (counts(reading) ? reading.probability : 0), 0);
}

export function round(probability: number): number {
  return Math.round(probability * 1000) / 1000;
}
