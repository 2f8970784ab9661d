import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';

export interface LinkedArticle {
  readonly id: string;
  readonly title: string;
  /** Every word by which it may be looked for. */
  readonly words: string;
}

export interface Completable {
  /** Values of the exchange's settings by name. */
  readonly variables: Readonly<Record<string, string>>;
  readonly articles: readonly LinkedArticle[];
}

const MOST = 30;

/** Completes `{{…` to a fact of the exchange, and `[…` to a link to an article. @param read what there is at the time. */
export function completeWriting(read: () => Completable): CompletionSource {
  return (context) => completeVariable(context, read()) ?? completeLink(context, read());
}

function completeVariable(context: CompletionContext, { variables }: Completable): CompletionResult | null {
  const typed = context.matchBefore(/\{\{\s*[\w.]*/);
  if (!typed) return null;
  // Brackets that stand behind the cursor already are taken with it.
  const closing = /^\s*\}{0,2}/.exec(context.state.sliceDoc(context.pos, context.pos + 4))?.[0].length ?? 0;
  return {
    from: typed.from,
    options: Object.entries(variables).map(([name, value]): Completion => ({
      label: `{{exchange.${name}}}`, detail: value,
      apply: (view, completion, from, to) => { insert(view, completion.label, from, to + closing); },
    })),
    filter: true,
    validFor: /^\{\{\s*[\w.]*$/,
  };
}

function completeLink(context: CompletionContext, { articles }: Completable): CompletionResult | null {
  const typed = context.matchBefore(/(?<!!)\[[^\]\n]*/);
  if (!typed) return null;
  const words = typed.text.slice(1).toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  const found = articles.filter((article) => words.every((word) => article.words.includes(word))).slice(0, MOST);
  if (found.length === 0) return null;
  return {
    from: typed.from,
    options: found.map(({ id, title }): Completion => ({ label: title, detail: id, apply: (view, _completion, from, to) => { insert(view, `[${title}](article:${id})`, from, to); } })),
    filter: false,
  };
}

function insert(view: Parameters<Exclude<Completion['apply'], string | undefined>>[0], text: string, from: number, to: number): void {
  view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, userEvent: 'input.complete' });
}
