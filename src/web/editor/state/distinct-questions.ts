import type { Locale } from '../../../domain/locales.ts';
import type { RouteOutput } from '../../../protocol/http.ts';

export type GapQuestion = RouteOutput<'readGap'>['questions'][number];

/** What was asked in the same words, once. */
export interface DistinctQuestion extends Pick<GapQuestion, 'text' | 'locale' | 'outcome' | 'handedOver' | 'at'> {
  readonly key: string;
  readonly count: number;
}

/** Longest that an article may learn from, in UTF-16 code units, as the server has it. */
const LONGEST = 600;
/** So many are picked to begin with: an article learns no more from a hundred. */
const PICKED = 20;

/** Each question once, with its latest outcome, the most frequent first. @param questions the latest first. */
export function distinctQuestions(questions: readonly GapQuestion[]): readonly DistinctQuestion[] {
  const groups = Map.groupBy(questions, ({ text, locale }) => `${locale} ${text.toLocaleLowerCase().replace(/[^\p{L}\p{M}\p{N}⟨⟩]+/gu, ' ').trim()}`);
  const rows = Array.from(groups, ([key, asked]): DistinctQuestion => {
    const [{ text, locale, outcome, at } = questions[0]!] = asked;
    return { key, text, locale, outcome, at, handedOver: asked.some((one) => one.handedOver), count: asked.length };
  });
  return rows.sort((a, b) => b.count - a.count || b.at - a.at);
}

export function canBePhrasing({ text }: Pick<DistinctQuestion, 'text'>): boolean {
  return text.length <= LONGEST;
}

/** Those that an editor most likely wants: of every language in turn, so that none is left out. */
export function pickFirst(questions: readonly DistinctQuestion[]): ReadonlySet<string> {
  const byLocale = Map.groupBy(questions.filter(canBePhrasing), ({ locale }): Locale => locale);
  const turns = [...byLocale.values()].flatMap((rows) => rows.map(({ key }, turn) => ({ key, turn })));
  return new Set(turns.sort((a, b) => a.turn - b.turn).slice(0, PICKED).map(({ key }) => key));
}
