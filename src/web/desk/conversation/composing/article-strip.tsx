import { BookOpen, Search } from 'lucide-react';
import { useDelayed } from '../../../staff/format/use-delayed.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { ArticleRow, Asked } from './use-articles.ts';

interface ArticleStripProps {
  readonly suggested: Asked<readonly ArticleRow[]>;
  /** Opens the article, or the search where it is null. */
  readonly onOpen: (articleId: string | null) => void;
}

/** The best articles for what the contact wrote last, one press away. It keeps its place while they are looked for. */
export function ArticleStrip({ suggested: { answer, problem, again }, onOpen }: ArticleStripProps) {
  const { t } = usePreferences();
  const isSlow = useDelayed();
  return (
    <div className="article-strip" role="group" aria-label={t('composing.articles.suggested')}>
      {answer === null && problem === null && isSlow && [28, 22, 26].map((width, index) => <span key={index} className="skeleton" style={{ width: `${width}%`, height: 20 }} aria-hidden />)}
      {problem !== null && answer === null && <span className="article-strip-words">{t('composing.articles.failed')} <button type="button" className="text-button" onClick={again}>{t('tryAgain')}</button></span>}
      {answer?.length === 0 && <span className="article-strip-words">{t('composing.articles.none')}</span>}
      {answer?.map(({ articleId, title, readerTitle, summary }) => (
        <button key={articleId} type="button" className="article-chip" title={summary} onClick={() => { onOpen(articleId); }}>
          <BookOpen size={14} aria-hidden /><bdi>{readerTitle ?? title}</bdi>
        </button>
      ))}
      <button type="button" className="button" data-kind="quiet" onClick={() => { onOpen(null); }}><Search size={14} aria-hidden />{t('composing.articles.find')}</button>
    </div>
  );
}
