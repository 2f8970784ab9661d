import { CircleAlert, CircleCheck } from 'lucide-react';
import { LOCALES } from '../../../domain/locales.ts';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useArticleTitle } from '../library/use-article-title.ts';
import { pathToArticle } from '../state/place.ts';
import type { Added } from './use-gap-actions.ts';

/** What became of questions that were added to an article: how many are in its drafts, and why others are not. */
export function AddedNote({ added: { articleId, documents, skipped, asked } }: { added: Added }) {
  const { t, preferences: { language } } = usePreferences();
  const titleOf = useArticleTitle();
  const count = Math.max(0, asked - skipped.length);
  const Shape = documents.length > 0 ? CircleCheck : CircleAlert;
  return (
    <div className="added" role="status" data-done={documents.length > 0}>
      <p className="added-head"><Shape size={16} aria-hidden /><span>{t(documents.length > 0 ? 'editor.gaps.added' : 'editor.gaps.nothingAdded', { count })} <InnerLink className="text-link" href={pathToArticle(articleId, language)}><bdi>{titleOf(articleId)}</bdi></InnerLink></span></p>
      {skipped.length > 0 && (
        <ul className="added-skipped" aria-label={t('editor.gaps.skipped')}>
          {skipped.map(({ locale, text, reason, articleId: other }) => (
            <li key={`${locale} ${text}`}>
              <bdi lang={locale} dir={LOCALES[locale].direction}>{text}</bdi>
              <span className="faint">{t(`editor.gaps.reasons.${reason}`, { language: languageName(locale, language), article: other === null ? '' : titleOf(other) })}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
