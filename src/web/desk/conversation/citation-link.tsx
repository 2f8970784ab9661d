import { BookOpen, ExternalLink } from 'lucide-react';
import type { Citation } from '../../../domain/events.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** The article as contacts read it, in a new tab. */
export function CitationLink({ citation: { articleId, locale, title, revision } }: { citation: Citation }) {
  const { t } = usePreferences();
  return (
    <a className="citation" href={`/help/${locale}/${encodeURIComponent(articleId)}`} target="_blank" rel="noopener noreferrer" title={`${articleId} · ${revision}`}>
      <BookOpen size={14} aria-hidden />
      <span lang={locale}><bdi>{title}</bdi></span>
      <ExternalLink size={12} aria-hidden />
      <span className="only-read-aloud">{t('opensInNewTab')}</span>
    </a>
  );
}
