import type { KnowledgeBase } from '../src/knowledge/knowledge-base.ts';
import { computeFigures, computeMrr, type FigureName, type Figures, FIGURE_NAMES, type Judged, LOWER_IS_BETTER, shareOf } from './metrics.ts';

/** The figures of one run, over all cases and over parts of them. */
export interface Summary {
  readonly cases: number;
  readonly overall: Figures;
  readonly mrr: number;
  /** Median milliseconds of a prediction. */
  readonly medianMs: number;
  readonly byLocale: Readonly<Record<string, Figures>>;
  /** By the category of the first right article, or by intent where no article is right. */
  readonly byCategory: Readonly<Record<string, Figures>>;
  /** Most frequent first. */
  readonly confusions: readonly { readonly expected: string; readonly predicted: string; readonly count: number }[];
}

const MAX_CONFUSIONS = 25;

export function summarise(judged: readonly Judged[], { articles }: Pick<KnowledgeBase, 'articles'>): Summary {
  const times = judged.map(({ predicted }) => predicted.ms).sort((a, b) => a - b);
  const categoryOf = ({ expected }: Judged): string => articles.get(expected.articles[0] ?? '')?.category ?? expected.intent;
  return {
    cases: judged.length,
    overall: computeFigures(judged),
    mrr: computeMrr(judged),
    medianMs: times[Math.floor(times.length / 2)] ?? 0,
    byLocale: figuresBy(judged, ({ expected }) => expected.locale ?? 'none'),
    byCategory: figuresBy(judged, categoryOf),
    confusions: countConfusions(judged),
  };
}

function figuresBy(judged: readonly Judged[], keyOf: (one: Judged) => string): Record<string, Figures> {
  const groups = Map.groupBy(judged, keyOf);
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => [key, computeFigures(group)]));
}

/** Which article was found first for which: where phrasings or articles need an editor. */
function countConfusions(judged: readonly Judged[]): Summary['confusions'] {
  const counts = new Map<string, number>();
  for (const { expected, predicted } of judged) {
    const found = predicted.articles[0]?.id ?? 'nothing';
    const [right] = expected.articles;
    if (right === undefined || expected.articles.includes(found)) continue;
    counts.set(`${right}\t${found}`, (counts.get(`${right}\t${found}`) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, MAX_CONFUSIONS).map(([pair, count]) => {
    const [expected = '', predicted = ''] = pair.split('\t');
    return { expected, predicted, count };
  });
}

/** Floors (ceilings for figures of which less is better) over all cases, and for each language. */
export interface Thresholds {
  readonly overall: Readonly<Partial<Record<FigureName, number>>>;
  readonly eachLocale: Readonly<Partial<Record<FigureName, number>>>;
}

/** A sentence for each floor that is broken. */
export function findBroken({ overall, byLocale }: Pick<Summary, 'overall' | 'byLocale'>, thresholds: Thresholds): string[] {
  const broken = (figures: Figures, floors: Thresholds['overall'], where: string): string[] => FIGURE_NAMES.flatMap((name) => {
    const [floor, share] = [floors[name], shareOf(figures[name])];
    if (floor === undefined || share === null) return [];
    const holds = LOWER_IS_BETTER.has(name) ? share <= floor : share >= floor;
    return holds ? [] : [`${where}: ${name} is ${share.toFixed(3)}, expected ${LOWER_IS_BETTER.has(name) ? 'at most' : 'at least'} ${floor}`];
  });
  return [
    ...broken(overall, thresholds.overall, 'all'),
    ...Object.entries(byLocale).filter(([locale]) => locale !== 'none').flatMap(([locale, figures]) => broken(figures, thresholds.eachLocale, locale)),
  ];
}

/** How each figure moved against another run, where it did. */
export function compareSummaries(now: Summary, before: Summary): { name: FigureName; before: number; now: number }[] {
  return FIGURE_NAMES.flatMap((name) => {
    const [was, is] = [shareOf(before.overall[name]), shareOf(now.overall[name])];
    return was === null || is === null || Math.abs(was - is) < 0.000_5 ? [] : [{ name, before: was, now: is }];
  });
}
