import { BookOpen, ExternalLink } from 'lucide-react';
import type { Citation } from '../../../domain/events.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** An article that a colleague gave: shown as the contact gets it, a card under the reply. */
export function ArticleCard({ citation: { articleId, locale, title, revision } }: { citation: Citation }) {
  const { t } = usePreferences();
  return (
    <a className="article-card" href={`/help/${locale}/${encodeURIComponent(articleId)}`} target="_blank" rel="noopener noreferrer" title={`${articleId} · ${revision}`}>
      <BookOpen size={16} aria-hidden />
      <span>
        <span className="article-card-kind">{t('message.article')}</span>
        <span className="article-card-title" lang={locale}><bdi>{title}</bdi></span>
      </span>
      <ExternalLink size={12} aria-hidden />
      <span className="only-read-aloud">{t('opensInNewTab')}</span>
    </a>
  );
}
