import { startCompletion } from '@codemirror/autocomplete';
import type { ChangeSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** Puts `**` around what is selected, or takes them away. */
export function toggleStrong(view: EditorView): void {
  const { from, to } = view.state.selection.main;
  const around = view.state.sliceDoc(from - 2, from) === '**' && view.state.sliceDoc(to, to + 2) === '**';
  view.dispatch(around
    ? { changes: [{ from: from - 2, to: from }, { from: to, to: to + 2 }], userEvent: 'input' }
    : { changes: [{ from, insert: '**' }, { from: to, insert: '**' }], selection: { anchor: from + 2, head: to + 2 }, userEvent: 'input' });
  view.focus();
}

const MARKER = /^[ \t]*(?:#{1,6}|[-*+]|\d+[.)])[ \t]+/;

/** Gives each selected line a mark (`- `, `1. `, `## `), or takes it away where all have it. */
export function toggleLines(view: EditorView, kind: 'points' | 'steps' | 'heading'): void {
  const { from, to } = view.state.selection.main;
  const [first, last] = [view.state.doc.lineAt(from).number, view.state.doc.lineAt(to).number];
  const lines = Array.from({ length: last - first + 1 }, (_, i) => view.state.doc.line(first + i));
  const mark = (i: number): string => (kind === 'points' ? '- ' : kind === 'steps' ? `${i + 1}. ` : '## ');
  const hasAll = lines.every(({ text }, i) => text.startsWith(mark(i)));
  const changes = lines.map(({ from: start, text }, i): ChangeSpec => ({ from: start, to: start + (MARKER.exec(text)?.[0].length ?? 0), insert: hasAll ? '' : mark(i) }));
  view.dispatch({ changes, userEvent: 'input' });
  view.focus();
}

/** Writes what a completion begins with, and asks for it. */
export function beginCompletion(view: EditorView, opening: '[' | '{{'): void {
  const { from, to } = view.state.selection.main;
  view.dispatch({ changes: { from, to, insert: opening }, selection: { anchor: from + opening.length }, userEvent: 'input.type' });
  view.focus();
  startCompletion(view);
}

/** Writes a picture, with the words for it selected: what it shows must be said. */
export function insertPicture(view: EditorView, name: string, alt: string, at: number): void {
  const from = Math.min(at, view.state.doc.length);
  view.dispatch({ changes: { from, insert: `![${alt}](image:${name})` }, selection: { anchor: from + 2, head: from + 2 + alt.length }, userEvent: 'input' });
  view.focus();
}
