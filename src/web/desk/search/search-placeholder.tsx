import { CircleAlert, History, Search, SearchX } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { RequestError } from '../../staff/connection/request.ts';
import { useDelayed } from '../../staff/format/use-delayed.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { RESULT_HEIGHT } from './result-row.tsx';

/** Before anything is asked: what was asked before, and what can be. */
export function Beginning({ recent, onPick, onClear }: { recent: readonly string[]; onPick: (query: string) => void; onClear: () => void }) {
  const { t } = usePreferences();
  return (
    <div className="search-beginning">
      {recent.length > 0 && (
        <section>
          <div className="search-beginning-head"><h2>{t('search.recent')}</h2><Button className="button" data-kind="quiet" onPress={onClear}>{t('search.forget')}</Button></div>
          <ul>{recent.map((query) => <li key={query}><Button className="recent-search" onPress={() => { onPick(query); }}><History size={14} aria-hidden /><bdi>{query}</bdi></Button></li>)}</ul>
        </section>
      )}
      <section>
        <h2>{t('search.try')}</h2>
        <ul>
          {(['agent:me status:open', 'urgency:critical after:7d', 'status:open after:1d'] as const).map((query, index) => (
            <li key={query}><Button className="recent-search" onPress={() => { onPick(query); }}><Search size={14} aria-hidden /><span>{t(`search.examples.${['mine', 'critical', 'today'][index] ?? ''}`)}</span><code>{query}</code></Button></li>
          ))}
        </ul>
        <p>{t('search.hint')}</p>
      </section>
    </div>
  );
}

/** @param onWithoutFilters undefined where the query has none. */
export function NothingFound({ query, onWithoutFilters }: { query: string; onWithoutFilters: (() => void) | undefined }) {
  const { t } = usePreferences();
  return (
    <div className="placeholder">
      <SearchX size={24} strokeWidth={1.5} aria-hidden />
      <h2>{t('search.none.title')}</h2>
      <p><bdi>{query}</bdi></p>
      <p>{t('search.none.words')}</p>
      {onWithoutFilters && <Button className="button" onPress={onWithoutFilters}>{t('search.none.withoutFilters')}</Button>}
    </div>
  );
}

export function SearchFailed({ error, onAgain }: { error: RequestError; onAgain: () => void }) {
  const { t } = usePreferences();
  return (
    <div className="placeholder" role="alert">
      <CircleAlert size={24} strokeWidth={1.5} aria-hidden />
      <h2>{t('search.failed')}</h2>
      <p>{t([`errors.${error.code}`, 'errors.internal'])}</p>
      <Button className="button" onPress={onAgain}>{t('tryAgain')}</Button>
    </div>
  );
}

export function ResultSkeletons() {
  const shown = useDelayed();
  const { t } = usePreferences();
  if (!shown) return null;
  return (
    <div role="status">
      <span className="only-read-aloud">{t('search.searching')}</span>
      {[64, 48, 56, 40].map((width, index) => (
        <div key={index} className="row-skeleton" style={{ height: RESULT_HEIGHT }} aria-hidden>
          <span className="skeleton" style={{ width: `${width}%`, height: 12 }} />
          <span className="skeleton" style={{ width: '94%', height: 10 }} />
          <span className="skeleton" style={{ width: '80%', height: 10 }} />
          <span className="skeleton" style={{ width: '36%', height: 10 }} />
        </div>
      ))}
    </div>
  );
}
