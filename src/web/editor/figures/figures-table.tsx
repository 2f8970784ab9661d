import { ArrowDown, ArrowUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { formatNumber, formatPercent } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useArticleTitle } from '../library/use-article-title.ts';
import { TrendMark } from '../numbers/trend-mark.tsx';
import { FIGURE_COLUMNS, handedShare, helpedShare, LOW_FIRST, sortFigures, type ArticleFigures, type FigureColumn } from '../state/sort-figures.ts';

/** So many rows are drawn until all are asked for. */
const SHOWN = 100;

/** Every article and its numbers, by whichever column is pressed. */
export function FiguresTable({ rows }: { rows: readonly ArticleFigures[] }) {
  const { t } = usePreferences();
  const [{ column, lowFirst }, setOrder] = useState<{ column: FigureColumn; lowFirst: boolean }>({ column: 'uses', lowFirst: false });
  const [hasAll, setHasAll] = useState(false);
  const sorted = useMemo(() => sortFigures(rows, column, lowFirst), [rows, column, lowFirst]);
  const press = (id: FigureColumn): void => { setOrder({ column: id, lowFirst: id === column ? !lowFirst : LOW_FIRST.has(id) }); };
  return (
    <>
      {/* What scrolls can be reached by keyboard. */}
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('editor.figures.title')}>
        <table className="board-table figures-table">
          <thead>
            <tr>
              <th scope="col">{t('editor.library.article')}</th>
              {FIGURE_COLUMNS.map((id) => <HeadCell key={id} id={id} order={id === column ? (lowFirst ? 'ascending' : 'descending') : undefined} onPress={() => { press(id); }} />)}
            </tr>
          </thead>
          <tbody>{(hasAll ? sorted : sorted.slice(0, SHOWN)).map((row) => <FiguresRow key={row.articleId} row={row} />)}</tbody>
        </table>
      </div>
      {!hasAll && sorted.length > SHOWN && <Button className="button figures-all" onPress={() => { setHasAll(true); }}>{t('editor.figures.all', { count: sorted.length })}</Button>}
    </>
  );
}

function HeadCell({ id, order, onPress }: { id: FigureColumn; order: 'ascending' | 'descending' | undefined; onPress: () => void }) {
  const { t } = usePreferences();
  const Arrow = order === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <th scope="col" className="number" {...(order && { 'aria-sort': order })}>
      <Button className="sort-button" onPress={onPress}>{t(`editor.figures.columns.${id}`)}{order && <Arrow size={12} aria-hidden />}</Button>
    </th>
  );
}

function FiguresRow({ row: { articleId, now, before } }: { row: ArticleFigures }) {
  const { preferences: { language } } = usePreferences();
  const titleOf = useArticleTitle();
  return (
    <tr>
      <th scope="row"><InnerLink className="figures-link" href={`/editor/figures/${encodeURIComponent(articleId)}${location.search}`}><bdi>{titleOf(articleId)}</bdi></InnerLink></th>
      <td className="number"><span className="figures-uses">{formatNumber(now.uses, language)} <TrendMark now={now.uses} before={before.uses} /></span></td>
      <ShareCell share={helpedShare(now)} of={now.helped + now.notHelped} />
      <td className="number">{formatNumber(now.notHelped, language)}</td>
      <ShareCell share={handedShare(now)} of={now.conversations} />
      <ShareCell share={helpedShare(now.votes)} of={now.votes.helped + now.votes.notHelped} />
    </tr>
  );
}

/** A share with what it is a share of: 100 % of one says little. */
function ShareCell({ share, of }: { share: number | null; of: number }) {
  const { t, preferences: { language } } = usePreferences();
  return <td className="number">{share === null ? <span className="faint">–</span> : <>{formatPercent(share, language)} <span className="faint">{t('editor.figures.of', { number: formatNumber(of, language) })}</span></>}</td>;
}
