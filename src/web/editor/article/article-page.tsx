import { FileQuestion } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { articlePath, translationPath } from '../../../domain/documents/document-path.ts';
import type { Locale } from '../../../domain/locales.ts';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { PageState } from '../../staff/controls/page-state.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { ArticleHeader } from './article-header.tsx';
import { AsideTabs } from './aside/aside-tabs.tsx';
import { LanguageList } from './language-list.tsx';
import { useDocument } from './use-document.ts';
import { Writing } from './writing.tsx';

/** One article: its languages, the words of one of them, and beside these what becomes of them. */
export function ArticlePage({ articleId, locale }: { articleId: string; locale: Locale }) {
  const { t } = usePreferences();
  const { library: { value: library, failed, reload } } = useEditor();
  const translation = useDocument(translationPath(articleId, locale));
  const settings = useDocument(articlePath(articleId));
  const article = library?.articles.find(({ id }) => id === articleId);
  useReloadOn([translation, settings].map((document) => document?.state.known?.draft?.state ?? '').join(), reload);
  if (!library) return <div className="library-state"><PageState failed={failed} onRetry={reload} /></div>;
  if (!article) {
    return (
      <div className="placeholder placeholder-large article-none">
        <FileQuestion size={24} aria-hidden /><h2>{t('editor.article.none.title')}</h2><p>{t('editor.article.none.words', { id: articleId })}</p>
        <InnerLink className="button" href="/editor">{t('editor.article.toLibrary')}</InnerLink>
      </div>
    );
  }
  return (
    <div className="article">
      <ArticleHeader article={article} locale={locale} translation={translation} settings={settings} />
      <LanguageList article={article} locale={locale} />
      {translation && translation.state.loading !== 'loading' ? (
        <Writing key={`writing ${translation.path}`} article={article} locale={locale} open={translation} />
      ) : <div className="writing"><PageState failed={false} onRetry={reload} /></div>}
      {translation && settings && <AsideTabs key={`aside ${translation.path}`} article={article} locale={locale} translation={translation} settings={settings} />}
    </div>
  );
}

/** The list of languages says at once that a draft was begun, moved or published. */
function useReloadOn(states: string, reload: () => void): void {
  const seen = useRef(states);
  useEffect(() => {
    if (seen.current === states) return;
    seen.current = states;
    reload();
  }, [states, reload]);
}
