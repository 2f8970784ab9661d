/** Whether rows as they are typed say what the file says: the file has no empty ones. */
export function sameRows(typed: readonly string[], value: readonly string[]): boolean {
  const filled = typed.filter((row) => row.trim() !== '');
  return filled.length === value.length && filled.every((row, i) => row === value[i]);
}

/**
 * Many lines that were pasted into a row. Marks of lists before and quotes around a line go, and what
 * is there already is not brought twice.
 * @returns the rows, and the last of those that came.
 */
export function pasteRows(rows: readonly string[], at: number, text: string, longest: number): { readonly rows: readonly string[]; readonly last: number } {
  const present = new Set(rows.map(keyOf));
  const lines: string[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim().replace(/^(?:[-*•]|\d+[.)])\s+/, '').replace(/^(["'“])(.*)["'”]$/, '$2').slice(0, longest).trim();
    if (line === '' || present.has(keyOf(line))) continue;
    present.add(keyOf(line));
    lines.push(line);
  }
  const isEmpty = (rows[at] ?? '').trim() === '';
  return { rows: rows.toSpliced(isEmpty ? at : at + 1, isEmpty ? 1 : 0, ...lines), last: Math.max(0, at + lines.length - (isEmpty ? 1 : 0)) };
}

function keyOf(row: string): string {
  return row.trim().toLocaleLowerCase();
}
