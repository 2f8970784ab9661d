import { Figure } from '../../staff/charts/figure.tsx';
import { formatNumber, formatPercent } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { TrendMark } from '../numbers/trend-mark.tsx';
import { handedShare, helpedShare, type ArticleFigures } from '../state/sort-figures.ts';

/** The numbers of the period; what there is nothing of is a dash. */
export function UseFigures({ now, before }: Pick<ArticleFigures, 'now' | 'before'>) {
  const { t, preferences: { language } } = usePreferences();
  const share = (value: number | null): string => (value === null ? '–' : formatPercent(value, language));
  const number = (value: number): string => formatNumber(value, language);
  return (
    <dl className="figures">
      <Figure label={t('editor.figures.columns.uses')} value={number(now.uses)} note={<TrendMark now={now.uses} before={before.uses} />} />
      <Figure label={t('editor.figures.columns.helped')} value={share(helpedShare(now))} note={t('editor.figures.rated', { helped: number(now.helped), not: number(now.notHelped) })} />
      <Figure label={t('editor.figures.columns.handedOver')} value={share(handedShare(now))} note={t('editor.figures.handed', { count: now.handedOver, of: number(now.conversations) })} />
      <Figure label={t('editor.figures.columns.votes')} value={share(helpedShare(now.votes))} note={t('editor.figures.rated', { helped: number(now.votes.helped), not: number(now.votes.notHelped) })} />
    </dl>
  );
}
