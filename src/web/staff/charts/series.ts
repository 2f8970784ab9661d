/** One row of numbers in a plot. */
export interface Series {
  readonly key: string;
  readonly label: string;
  /** A token of the style sheet, so that light and dark are right. */
  readonly color: string;
  /** Told apart without colour. */
  readonly dashed?: boolean;
}

/** A point of a plot: its name, and a number for each series. */
export type Point = { readonly name: string } & Readonly<Record<string, number | string | null>>;

export const COLORS = { main: 'var(--chart-1)', second: 'var(--chart-2)', third: 'var(--chart-3)', bad: 'var(--critical)' } as const;
