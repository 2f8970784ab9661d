import type { Point, Series } from './series.ts';

/** The points of a plot as a table; what there is nothing of is a dash. @param head names what the points are. */
export function tableOf(head: string, points: readonly Point[], series: readonly Series[], format: (value: number) => string) {
  return { head, rows: points.map((point) => ({ name: point.name, cells: series.map(({ key }) => (typeof point[key] === 'number' ? format(point[key]) : '–')) })) };
}
