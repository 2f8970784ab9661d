import { acceptCompletion, autocompletion, completionKeymap, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap } from '@codemirror/view';
import { markWriting } from './mark-writing.ts';
import { WRITING_THEME } from './writing-theme.ts';

export interface MarkdownView {
  readonly view: EditorView;
  /** Another text from elsewhere; the cursor stays where its words are. */
  replace(text: string): void;
  showProblems(diagnostics: readonly Diagnostic[]): void;
  destroy(): void;
}

interface MarkdownViewOptions {
  readonly host: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** CodeMirror's own words, by its English ones. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly complete: CompletionSource;
  readonly onChange: (text: string) => void;
  /** Pictures that were pasted or dropped, and where. */
  readonly onPictures: (files: readonly File[], at: number) => void;
}

/** What is written and not seen, by its number; the rest of the line keeps its order. */
const showHidden = highlightSpecialChars({
  render: (code) => {
    const shown = document.createElement('bdi');
    shown.textContent = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    shown.className = 'cm-specialChar';
    return shown;
  },
});

const fromElsewhere = Annotation.define<boolean>();

/**
 * CodeMirror in a shadow root: there it brings its style sheets as constructed ones, where in a document
 * it would add style elements, which the content security policy forbids. Tab leaves it, as it leaves any field.
 */
export function createMarkdownView({ host, text, label, lang, direction, phrases, complete, onChange, onPictures }: MarkdownViewOptions): MarkdownView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        history(), markdown({ completeHTMLTags: false }), markWriting, lintGutter(), EditorView.lineWrapping, WRITING_THEME, showHidden,
        EditorView.perLineTextDirection.of(true),
        EditorState.phrases.of(phrases),
        ...(text.includes('\r\n') ? [EditorState.lineSeparator.of('\r\n')] : []),
        autocompletion({ override: [complete], icons: false }),
        keymap.of([{ key: 'Tab', run: acceptCompletion }, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label, lang, dir: direction, spellcheck: 'true', autocorrect: 'on' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((one) => one.annotation(fromElsewhere))) onChange(update.state.sliceDoc());
        }),
        EditorView.domEventHandlers({
          paste: (event, at) => takePictures(event, event.clipboardData, at.state.selection.main.head, onPictures),
          drop: (event, at) => takePictures(event, event.dataTransfer, at.posAtCoords({ x: event.clientX, y: event.clientY }) ?? at.state.selection.main.head, onPictures),
        }),
      ],
    }),
  });
  return {
    view,
    replace(next) {
      const now = view.state.sliceDoc();
      if (next === now) return;
      let [start, end] = [0, 0];
      const shortest = Math.min(now.length, next.length);
      while (start < shortest && now[start] === next[start]) start += 1;
      while (end < shortest - start && now.at(-1 - end) === next.at(-1 - end)) end += 1;
      view.dispatch({ changes: { from: start, to: now.length - end, insert: next.slice(start, next.length - end) }, annotations: fromElsewhere.of(true) });
    },
    showProblems(diagnostics) { view.dispatch(setDiagnostics(view.state, diagnostics)); },
    destroy() { view.destroy(); },
  };
}

function takePictures(event: Event, data: DataTransfer | null, at: number, onPictures: MarkdownViewOptions['onPictures']): boolean {
  const files = [...data?.files ?? []].filter(({ type }) => type.startsWith('image/'));
  if (files.length === 0) return false;
  event.preventDefault();
  onPictures(files, at);
  return true;
}
