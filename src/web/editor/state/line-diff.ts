import { diffLines, diffWordsWithSpace } from 'diff';

export interface DiffPart {
  readonly text: string;
  readonly isChanged: boolean;
}

export type DiffRow =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly parts: readonly DiffPart[] }
  /** Lines that did not change and are left out. */
  | { readonly kind: 'gap'; readonly count: number };

/** Unchanged lines that stay around a change. */
const CONTEXT = 2;

/** What changed from one text to another, line by line, with the words that changed in a line. Pure. */
export function diffTexts(before: string, after: string, language = 'en'): readonly DiffRow[] {
  const changes = diffLines(before, after);
  const rows: DiffRow[] = [];
  for (let i = 0; i < changes.length; i += 1) {
    const [now, next] = [changes[i], changes[i + 1]];
    if (!now) continue;
    if (now.removed && next?.added) {
      rows.push(...pairLines(linesOf(now.value), linesOf(next.value), language));
      i += 1;
    } else rows.push(...linesOf(now.value).map((text): DiffRow => ({ kind: now.added ? 'added' : now.removed ? 'removed' : 'same', parts: [{ text, isChanged: false }] })));
  }
  return foldSame(rows);
}

/** Lines that took each other's place are compared word by word. */
function pairLines(removed: readonly string[], added: readonly string[], language: string): DiffRow[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const pairs = removed.length === added.length;
  const compared = removed.map((line, i) => (pairs ? diffWordsWithSpace(line, added[i] ?? '', { intlSegmenter: segmenter }) : null));
  const partsOf = (i: number, side: 'added' | 'removed', text: string): DiffPart[] => {
    const other = side === 'added' ? 'removed' : 'added';
    return compared[i]?.filter((part) => !part[other]).map((part) => ({ text: part.value, isChanged: Boolean(part[side]) })) ?? [{ text, isChanged: false }];
  };
  return [
    ...removed.map((text, i): DiffRow => ({ kind: 'removed', parts: partsOf(i, 'removed', text) })),
    ...added.map((text, i): DiffRow => ({ kind: 'added', parts: pairs ? partsOf(i, 'added', text) : [{ text, isChanged: false }] })),
  ];
}

function foldSame(rows: readonly DiffRow[]): DiffRow[] {
  const isNear = rows.map((_, i) => rows.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ kind }) => kind !== 'same'));
  const folded: DiffRow[] = [];
  for (const [i, row] of rows.entries()) {
    const last = folded.at(-1);
    if (isNear[i]) folded.push(row);
    else if (last?.kind === 'gap') folded[folded.length - 1] = { kind: 'gap', count: last.count + 1 };
    else folded.push({ kind: 'gap', count: 1 });
  }
  return folded;
}

function linesOf(text: string): string[] {
  return text.replace(/\r?\n$/, '').split(/\r?\n/);
}
