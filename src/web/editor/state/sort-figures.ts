import type { RouteOutput } from '../../../protocol/http.ts';

export type ArticleFigures = RouteOutput<'listArticleFigures'>['articles'][number];
type Use = ArticleFigures['now'];

/** What a column shows of an article. */
export const FIGURE_COLUMNS = ['uses', 'helped', 'notHelped', 'handedOver', 'votes'] as const;
export type FigureColumn = (typeof FIGURE_COLUMNS)[number];

/** Part of those that said so who were helped, 0 to 1; null where nobody said anything. */
export function helpedShare({ helped, notHelped }: Pick<Use, 'helped' | 'notHelped'>): number | null {
  return helped + notHelped === 0 ? null : helped / (helped + notHelped);
}

/** Part of the conversations with the article that went to a person anyway, 0 to 1; null where there were none. */
export function handedShare({ handedOver, conversations }: Pick<Use, 'handedOver' | 'conversations'>): number | null {
  return conversations === 0 ? null : handedOver / conversations;
}

const VALUES: Readonly<Record<FigureColumn, (use: Use) => number | null>> = {
  uses: ({ uses }) => uses, helped: helpedShare, notHelped: ({ notHelped }) => notHelped, handedOver: handedShare, votes: ({ votes }) => helpedShare(votes),
};

/** Which end stands first where a column is pressed: the worst articles are what editors look for. */
export const LOW_FIRST: ReadonlySet<FigureColumn> = new Set(['helped', 'votes']);

/** Sorted by a column; what there is nothing of stands last either way, and the more used first of equals. */
export function sortFigures(rows: readonly ArticleFigures[], column: FigureColumn, lowFirst: boolean): readonly ArticleFigures[] {
  return rows.toSorted((a, b) => {
    const [x, y] = [VALUES[column](a.now), VALUES[column](b.now)];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || b.now.uses - a.now.uses;
    return (lowFirst ? x - y : y - x) || b.now.uses - a.now.uses;
  });
}
