import { Archive } from 'lucide-react';
import { useMemo } from 'react';
import { editTranslationText, readTranslationText, type TranslationFields } from '../../../domain/documents/edit-translation-text.ts';
import { LOCALES, type Locale } from '../../../domain/locales.ts';
import type { EditedArticle } from '../../../protocol/documents.ts';
import { PageState } from '../../staff/controls/page-state.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { BeginTranslation } from './begin-translation.tsx';
import { ClashView } from './clash-view.tsx';
import { MarkdownEditor } from './markdown/markdown-editor.tsx';
import { PhrasingList } from './phrasing-list.tsx';
import { ProblemList } from './problem-list.tsx';
import { WordField } from './word-field.tsx';
import type { OpenDocument } from './use-document.ts';

interface WritingProps {
  readonly article: EditedArticle;
  readonly locale: Locale;
  readonly open: OpenDocument;
}

/** The words of an article in one language. */
export function Writing({ article, locale, open }: WritingProps) {
  const { t } = usePreferences();
  const { state, session } = open;
  const fields = useMemo(() => (state.text === null ? undefined : readTranslationText(state.text)), [state.text]);
  if (state.loading === 'failed') return <div className="writing"><PageState failed onRetry={() => { void session.refresh(); }} /></div>;
  if (state.clash) return <div className="writing"><ClashView pieces={state.clash} name={state.other?.name ?? t('editor.clash.otherPage')} locale={locale} onSettle={session.settle} /></div>;
  if (article.state === 'archived' && state.text === null) {
    return <div className="writing"><div className="placeholder placeholder-large"><Archive size={24} aria-hidden /><h2>{t('editor.article.archived.title')}</h2><p>{t('editor.article.archived.words')}</p></div></div>;
  }
  if (state.text === null) return <div className="writing"><BeginTranslation article={article} locale={locale} open={open} /></div>;
  return (
    <div className="writing">
      {fields ? <Fields article={article} locale={locale} open={open} text={state.text} fields={fields} /> : <WholeFile locale={locale} open={open} text={state.text} />}
    </div>
  );
}

function Fields({ article, locale, open: { path, session, state }, text, fields }: WritingProps & { text: string; fields: TranslationFields }) {
  const { t } = usePreferences();
  const { direction } = LOCALES[locale];
  const change = (changes: Partial<TranslationFields>): void => {
    const edited = editTranslationText(text, changes);
    if (edited !== undefined) session.change(edited);
  };
  const bodyLine = text.slice(0, text.length - fields.body.length).split('\n').length;
  const problemsOf = (field: string) => state.problems.filter((problem) => problem.field === field);
  return (
    <>
      <WordField name="title" label={t('editor.fields.title')} value={fields.title} limit={160} locale={locale} problems={problemsOf('title')} onChange={(title) => { change({ title }); }} />
      <WordField name="summary" label={t('editor.fields.summary')} value={fields.summary} limit={400} locale={locale} problems={problemsOf('summary')} onChange={(summary) => { change({ summary }); }} isLong />
      <MarkdownEditor key={path} label={t('editor.fields.body')} value={fields.body} firstLine={bodyLine} problems={state.problems} locale={locale} direction={direction} onChange={(body) => { change({ body }); }} />
      <ProblemList problems={state.problems} />
      <div className="phrasings">
        <PhrasingList label={t('editor.fields.phrasings')} hint={t('editor.fields.phrasingsHint')} field="phrasings" value={fields.phrasings} locale={locale} problems={state.problems} onChange={(phrasings) => { change({ phrasings }); }} />
        {(article.calmIntent !== null || fields.calmPhrasings.length > 0) && (
          <PhrasingList label={t('editor.fields.calmPhrasings')} hint={t('editor.fields.calmPhrasingsHint')} field="calmPhrasings" value={fields.calmPhrasings} locale={locale} problems={state.problems} onChange={(calmPhrasings) => { change({ calmPhrasings }); }} />
        )}
      </div>
    </>
  );
}

/** A file whose head cannot be read is mended as it stands. */
function WholeFile({ locale, open: { path, session, state }, text }: { locale: Locale; open: OpenDocument; text: string }) {
  const { t } = usePreferences();
  return (
    <>
      <p className="form-alert" role="alert">{t('editor.article.unreadable')}</p>
      <MarkdownEditor key={path} label={t('editor.article.wholeFile')} value={text} firstLine={1} problems={state.problems} locale={locale} direction={LOCALES[locale].direction} onChange={session.change} />
      <ProblemList problems={state.problems} />
    </>
  );
}
