import { useEffect, useMemo, useRef, useState } from 'react';
import type { EditorView } from '@codemirror/view';
import type { Locale } from '../../../../domain/locales.ts';
import type { DocumentProblem } from '../../../../protocol/documents.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { PROBLEM_EVENT } from '../go-to-problem.ts';
import { useProblemWords } from '../use-problem-words.ts';
import { completeWriting } from './completions.ts';
import { createMarkdownView, type MarkdownView } from './create-markdown-view.ts';
import { diagnosticsOf, lineOfProblem } from './diagnostics-of.ts';
import { MarkdownToolbar } from './markdown-toolbar.tsx';
import { useCompletable } from './use-completable.ts';
import { useLatest } from './use-latest.ts';
import { usePictures } from './use-pictures.ts';

interface MarkdownEditorProps {
  readonly label: string;
  readonly value: string;
  /** Line of the file on which this text begins, from 1: problems count the file's lines. */
  readonly firstLine: number;
  readonly problems: readonly DocumentProblem[];
  readonly locale: Locale;
  readonly direction: 'ltr' | 'rtl';
  readonly onChange: (value: string) => void;
}

/** The article's text, as it is written: checked, completed, with pictures by paste, drop or button. */
export function MarkdownEditor({ label, value, firstLine, problems, locale, direction, onChange }: MarkdownEditorProps) {
  const { t } = usePreferences();
  const words = useProblemWords();
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<MarkdownView | null>(null);
  const pictures = usePictures();
  const latest = useLatest({ onChange, value, completable: useCompletable(locale), addPictures: pictures.add, problems, firstLine });
  const phrases = useMemo(() => ({ Completions: t('editor.writing.completions'), Diagnostics: t('editor.problemList.label'), 'No diagnostics': t('editor.writing.noProblems') }), [t]);

  useEffect(() => {
    if (!host.current) return;
    const created: MarkdownView = createMarkdownView({
      host: host.current, text: latest.current.value, label, lang: locale, direction, phrases,
      complete: completeWriting(() => latest.current.completable),
      onChange: (text) => { latest.current.onChange(text); },
      onPictures: (files, at) => { latest.current.addPictures(created.view, files, at); },
    });
    setEditor(created);
    return () => { created.destroy(); };
  }, [latest, label, locale, direction, phrases]);
  useEffect(() => { editor?.replace(value); }, [editor, value]);
  useEffect(() => { editor?.showProblems(diagnosticsOf(problems, firstLine, editor.view.state.doc, words.sentence)); }, [editor, problems, firstLine, words]);
  useEffect(() => {
    if (!editor) return;
    const go = (event: Event): void => { goToLine(editor.view, lineOfProblem((event as CustomEvent<DocumentProblem>).detail, latest.current.firstLine)); };
    addEventListener(PROBLEM_EVENT, go);
    return () => { removeEventListener(PROBLEM_EVENT, go); };
  }, [editor, latest]);

  return (
    <section className="markdown-field" aria-label={label}>
      <MarkdownToolbar view={editor?.view ?? null} onPictures={(files) => { if (editor) pictures.add(editor.view, files, editor.view.state.selection.main.head); }} isPending={pictures.isPending} />
      <div className="markdown-host" ref={host} />
    </section>
  );
}

function goToLine(view: EditorView, line: number | null): void {
  if (line === null || line > view.state.doc.lines) return;
  const { from } = view.state.doc.line(line);
  view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
  view.focus();
}
