import { ListPlus } from 'lucide-react';
import { Button } from 'react-aria-components';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { formatPercent } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { pathToArticle } from '../state/place.ts';
import { useArticleTitle } from '../library/use-article-title.ts';

interface NearArticlesProps {
  readonly near: readonly { readonly articleId: string; readonly score: number }[];
  /** Questions that are picked. */
  readonly count: number;
  readonly isBusy: boolean;
  readonly onAdd: (articleId: string) => void;
  readonly onOther: () => void;
}

/** What is less likely is no answer, however near nothing else is. */
const LIKELY_FROM = 0.05;

/** Articles that may be the answer already: one press teaches one of them what is picked. */
export function NearArticles({ near, count, isBusy, onAdd, onOther }: NearArticlesProps) {
  const { t, preferences: { language } } = usePreferences();
  const titleOf = useArticleTitle();
  const likely = near.filter(({ score }) => score >= LIKELY_FROM);
  return (
    <section className="near" aria-label={t('editor.gaps.near')}>
      <h3>{t('editor.gaps.near')}</h3>
      <p className="faint">{t(likely.length > 0 ? 'editor.gaps.nearWords' : 'editor.gaps.nearNone')}</p>
      <ul>
        {likely.map(({ articleId, score }) => (
          <li key={articleId} className="near-row">
            <span className="near-words">
              <InnerLink className="near-title" href={pathToArticle(articleId, language)}><bdi>{titleOf(articleId)}</bdi></InnerLink>
              <span className="faint">{t('editor.gaps.likeness', { share: formatPercent(score, language) })}</span>
            </span>
            <Button className="button" isDisabled={count === 0 || isBusy} aria-label={t('editor.gaps.addTo', { count, title: titleOf(articleId) })} onPress={() => { onAdd(articleId); }}><ListPlus size={14} aria-hidden />{t('editor.gaps.addHere', { count })}</Button>
          </li>
        ))}
      </ul>
      <Button className="button near-other" data-kind="quiet" isDisabled={count === 0} onPress={onOther}>{t('editor.gaps.other')}</Button>
    </section>
  );
}
