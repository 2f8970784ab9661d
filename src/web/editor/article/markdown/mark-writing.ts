import { Decoration, MatchDecorator, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';

/** The small Markdown of articles, made visible while it is written. */
const MARKS: readonly [pattern: RegExp, name: string][] = [
  [/^#{1,6}[ \t].*$/gm, 'w-heading'],
  [/\*\*[^*\n]+\*\*/g, 'w-strong'],
  [/!?\[[^\]\n]*\]\([^)\s]*\)/g, 'w-link'],
  [/\{\{[^{}\n]*\}\}/g, 'w-variable'],
  [/^[ \t]*(?:[-*+]|\d+[.)])(?=[ \t])/gm, 'w-marker'],
];

export const markWriting = MARKS.map(([regexp, name]) => {
  const decorator = new MatchDecorator({ regexp, decoration: Decoration.mark({ class: name }) });
  return ViewPlugin.fromClass(class {
    decorations: DecorationSet;
    constructor(view: EditorView) { this.decorations = decorator.createDeco(view); }
    update(update: ViewUpdate): void { this.decorations = decorator.updateDeco(update, this.decorations); }
  }, { decorations: ({ decorations }) => decorations });
});
