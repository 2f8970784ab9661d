/**
 * Where the keyboard is in a list whose rows come and go.
 * @param last the row it was on, and its place then: where the row has gone, the one that took its place is next.
 * @param step 1 for the next row, -1 for the one before.
 */
export function moveCursor(ids: readonly string[], last: { readonly id: string | null; readonly index: number }, step: 1 | -1): string | null {
  if (ids.length === 0) return null;
  const index = last.id === null ? -1 : ids.indexOf(last.id);
  if (index >= 0) return ids[clamp(index + step, ids.length)] ?? null;
  if (last.id === null) return (step === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids[clamp(step === 1 ? last.index : last.index - 1, ids.length)] ?? null;
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index, 0), length - 1);
}
