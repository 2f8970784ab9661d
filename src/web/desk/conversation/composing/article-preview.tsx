import { BookOpen, CircleAlert, ExternalLink, TextCursorInput } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import type { Locale } from '../../../../domain/locales.ts';
import { Markdown } from '../../controls/markdown.tsx';
import { languageName } from '../../../staff/format/names.ts';
import { useDelayed } from '../../../staff/format/use-delayed.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { useArticle, type ReadArticle } from './use-articles.ts';

/** What can be done with an article. */
export interface ArticleUse {
  readonly onInsert: (article: ReadArticle) => void;
  readonly onAttach: (article: ReadArticle) => void;
  /** Why no more cards can go along; null where one can. */
  readonly cardObstacle: string | null;
}

interface ArticlePreviewProps extends ArticleUse {
  readonly articleId: string;
  readonly locale: Locale;
  readonly back: ReactNode;
}

/** What the contact would read, before it is put into the reply. */
export function ArticlePreview({ articleId, locale, back, ...use }: ArticlePreviewProps) {
  const { t, preferences: { language } } = usePreferences();
  const title = useId();
  const { answer: article, problem, again } = useArticle(articleId, locale);
  const isSlow = useDelayed();
  return (
    <section className="article-preview" aria-labelledby={title} aria-busy={!article && problem === null}>
      <header>
        {back}
        <h3 id={title} tabIndex={-1} lang={article?.locale}><bdi>{article?.title ?? t('loading')}</bdi></h3>
      </header>
      {problem !== null && (
        <p className="popover-empty" role="alert">
          <CircleAlert size={14} aria-hidden /> {t([`composing.articles.problems.${problem}`, `errors.${problem}`, 'errors.internal'])}
          <button type="button" className="text-button" onClick={again}>{t('tryAgain')}</button>
        </p>
      )}
      {!article && problem === null && <div className="article-text" aria-hidden>{isSlow && [90, 96, 70].map((width, index) => <span key={index} className="skeleton" style={{ width: `${width}%`, height: 12 }} />)}</div>}
      {article && (
        <>
          {article.readerTitle !== null && <p className="article-reader-title"><bdi>{article.readerTitle}</bdi></p>}
          {article.locale !== locale && <p className="composer-option-mark">{t('composing.onlyIn', { language: languageName(article.locale, language) })}</p>}
          <div className="article-text" lang={article.locale} tabIndex={0} role="group" aria-labelledby={title}><Markdown text={article.answer} /></div>
          <PreviewActions article={article} {...use} />
        </>
      )}
    </section>
  );
}

function PreviewActions({ article, onInsert, onAttach, cardObstacle }: ArticleUse & { article: ReadArticle }) {
  const { t } = usePreferences();
  const insert = useRef<HTMLButtonElement>(null);
  // Whoever came by key goes on by key: Enter puts it in.
  useEffect(() => { insert.current?.focus(); }, []);
  return (
    <footer>
      <Button ref={insert} className="button" data-kind="primary" onPress={() => { onInsert(article); }}><TextCursorInput size={14} aria-hidden />{t('composing.articles.insert')}</Button>
      <Button className="button" isDisabled={cardObstacle !== null} onPress={() => { onAttach(article); }}><BookOpen size={14} aria-hidden />{t('composing.articles.attach')}</Button>
      <a className="button" data-kind="quiet" href={`/help/${article.locale}/${encodeURIComponent(article.articleId)}`} target="_blank" rel="noopener noreferrer">
        {t('composing.articles.open')}<ExternalLink size={12} aria-hidden /><span className="only-read-aloud">{t('opensInNewTab')}</span>
      </a>
      {cardObstacle !== null && <p className="composer-option-words">{cardObstacle}</p>}
    </footer>
  );
}
