import { useLayoutEffect, useRef, type RefObject } from 'react';
import { textOf, writeText, type Draft } from '../../state/drafts.ts';

/** A place in a text in UTF-16 code units, `end` excluded. */
export interface Place { readonly start: number; readonly end: number }

export interface TextEditing {
  /** Where the caret stands, or stood before the focus left. */
  caret(): number;
  /** Puts words in the place of others, and the caret behind them or where `select` says, counted from their beginning. */
  replace(place: Place, words: string, options?: { readonly select?: Place | undefined; readonly also?: Partial<Draft> }): void;
  select(place: Place): void;
  focus(): void;
}

/** Changes what is written at a place other than the end, and keeps the caret where the work goes on. */
export function useTextEditing(input: RefObject<HTMLTextAreaElement | null>, draft: Draft, onChange: (change: Partial<Draft>) => void): TextEditing {
  const pending = useRef<Place | null>(null);
  useLayoutEffect(() => {
    const { current } = input;
    if (!current || !pending.current) return;
    current.focus();
    current.setSelectionRange(pending.current.start, pending.current.end);
    pending.current = null;
  });
  return {
    caret: () => input.current?.selectionEnd ?? textOf(draft).length,
    replace({ start, end }, words, { select = { start: words.length, end: words.length }, also = {} } = {}) {
      const text = textOf(draft);
      pending.current = { start: start + select.start, end: start + select.end };
      onChange({ ...writeText(draft, text.slice(0, start) + words + text.slice(end)), ...also });
    },
    select(place) {
      input.current?.focus();
      input.current?.setSelectionRange(place.start, place.end);
    },
    focus: () => { input.current?.focus(); },
  };
}

/** Words that stand in paragraphs of their own, put at a place in a text. */
export function asBlock(text: string, at: number, words: string): string {
  const before = text.slice(0, at);
  const after = text.slice(at);
  const above = before.trim() === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const below = after.trim() === '' || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  return above + words + below;
}
