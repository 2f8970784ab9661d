import { CircleAlert, SquareArrowOutUpRight, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { parseQuery, type SearchProblem } from '../../../domain/search/parse-query.ts';
import { TEAMS } from '../../../domain/teams.ts';
import { URGENCIES } from '../../../domain/urgencies.ts';
import { ConversationPane } from '../conversation/conversation-pane.tsx';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import type { RequestError } from '../../staff/connection/request.ts';
import { isPlainClick } from '../../staff/controls/plain-click.ts';
import { IconButton } from '../../staff/controls/icon-button.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { pathTo } from '../state/location.ts';
import { useDetails } from '../workspace/use-details.ts';
import { useShortcuts } from '../workspace/use-shortcuts.ts';
import { filtersOf, withoutFilters } from './edit-query.ts';
import { FilterBar } from './filter-bar.tsx';
import { createRecentSearches } from './recent-searches.ts';
import { ResultList, type ResultListHandle } from './result-list.tsx';
import { SearchField } from './search-field.tsx';
import { Beginning, NothingFound, ResultSkeletons, SearchFailed } from './search-placeholder.tsx';
import { useSearch, type SearchState } from './use-search.ts';
import { goTo, useSearchPlace } from './use-search-place.ts';

/** Finding conversations again, and reading them beside what was found. */
export function SearchPage() {
  const { t } = usePreferences();
  const { query, openId, change } = useSearchPlace();
  const { state, more, again } = useSearch(query);
  const recent = useRecent();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<ResultListHandle>(null);
  const problemId = useId();
  const [detailsOpen, setDetailsOpen] = useDetails(openId);
  useOpen(openId);
  useEffect(() => { if (openId === null) input.current?.focus(); }, []);
  useShortcuts({
    next: () => list.current?.move(1),
    previous: () => list.current?.move(-1),
    details: () => { setDetailsOpen(!detailsOpen); },
    leave: () => {
      if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.blur();
      else if (openId !== null) change({ openId: null });
    },
  });
  useSlash(input);

  const problem = parseQuery(query).problems[0] ?? refusedAgent(query, state.error);
  const ask = (text: string): void => { change({ query: text }); };
  const open = (id: string): void => {
    recent.add(query);
    change({ openId: id });
  };

  return (
    <div className="desk search" data-open={openId !== null} data-details={detailsOpen}>
      <div className="queue-pane search-pane">
        <header className="search-head">
          <h1>{t('search.title')}</h1>
          {openId !== null && <OpenElsewhere openId={openId} onClose={() => { change({ openId: null }); }} />}
        </header>
        <div className="search-controls">
          <SearchField
            query={query} input={input} problemId={problem ? problemId : undefined} onChange={ask}
            onSubmit={() => { recent.add(query); }} onDown={() => list.current?.move(1)}
          />
          {problem && <p className="search-problem" id={problemId} role="alert"><CircleAlert size={14} aria-hidden /><span>{explain(problem, t)}</span></p>}
          <FilterBar query={query} onChange={(text) => { ask(text); recent.add(text); }} />
          <p className="search-count" role="status">{countWords(state, t)}</p>
          {state.phase === 'failed' && state.results.length > 0 && !problem && <MoreFailed onAgain={again} />}
        </div>
        {renderResults()}
      </div>
      {openId !== null && (
        <ConversationPane key={openId} conversationId={openId} detailsOpen={detailsOpen} onDetails={setDetailsOpen} onClose={() => { change({ openId: null }); }} />
      )}
    </div>
  );

  function renderResults() {
    if (query.trim() === '') return <Beginning recent={recent.list} onPick={ask} onClear={recent.clear} />;
    if (problem) return null;
    if (state.results.length > 0) return <ResultList ref={list} results={state.results} openId={openId} isStale={state.phase === 'searching'} onOpen={open} onEnd={more} />;
    if (state.phase === 'failed' && state.error) return <SearchFailed error={state.error} onAgain={again} />;
    if (state.phase !== 'done' || state.next !== null) return <ResultSkeletons />;
    return <NothingFound query={query} onWithoutFilters={filtersOf(query).length > 0 && withoutFilters(query) !== '' ? () => { ask(withoutFilters(query)); } : undefined} />;
  }
}

/** The conversation beside the results is the one that the desk has open. */
function useOpen(openId: string | null): void {
  const desk = useDesk();
  const openOnDesk = useDeskState((state) => state.openId);
  useEffect(() => { if (openOnDesk !== openId) desk.open(openId); }, [desk, openId, openOnDesk]);
  useEffect(() => () => { desk.open(null); }, [desk]);
}

function useRecent() {
  const agentId = useDeskState((state) => state.me.id);
  const stored = useMemo(() => createRecentSearches(localStorage, agentId), [agentId]);
  const [list, setList] = useState(() => stored.read());
  return {
    list,
    add(query: string) { stored.add(query); setList(stored.read()); },
    clear() { stored.clear(); setList([]); },
  };
}

/** `/` leads to the field from anywhere on the page. */
function useSlash(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isWriting = event.target instanceof Element && event.target.closest('input, textarea, [contenteditable="true"], [role="dialog"], [role="menu"]') !== null;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => { document.removeEventListener('keydown', onKeyDown); };
  }, [input]);
}

function OpenElsewhere({ openId, onClose }: { openId: string; onClose: () => void }) {
  const { t } = usePreferences();
  const path = pathTo('queue', openId);
  return (
    <span className="search-open">
      <a className="button" data-kind="quiet" href={path} onClick={(event) => { if (isPlainClick(event)) { event.preventDefault(); goTo(path); } }}><SquareArrowOutUpRight size={14} aria-hidden />{t('search.toInbox')}</a>
      <IconButton icon={X} label={t('search.closeConversation')} onPress={onClose} />
    </span>
  );
}

/** Those that were found stay. */
function MoreFailed({ onAgain }: { onAgain: () => void }) {
  const { t } = usePreferences();
  return <p className="search-problem" role="alert"><CircleAlert size={14} aria-hidden /><span>{t('search.failed')}</span><Button className="button" onPress={onAgain}>{t('tryAgain')}</Button></p>;
}

type Words = ReturnType<typeof usePreferences>['t'];

/** The server knows also colleagues who have left. */
function refusedAgent(query: string, error: RequestError | null): SearchProblem | undefined {
  if (error?.code !== 'invalid-input' || error.field !== 'agent') return undefined;
  return filtersOf(query).filter(({ operator }) => operator === 'agent').map(({ value }): SearchProblem => ({ operator: 'agent', value })).at(-1);
}

function explain({ operator, value }: SearchProblem, t: Words): string {
  const choices = operator === 'team' ? TEAMS.join(', ') : operator === 'urgency' ? URGENCIES.join(', ') : '';
  return t(`search.problems.${operator}`, { value, choices });
}

function countWords({ phase, results, next, query }: SearchState, t: Words): string {
  if (query === '' || phase === 'idle' || (phase === 'searching' && results.length === 0) || phase === 'failed') return '';
  return next === null ? t('search.count', { count: results.length }) : t('search.countMore', { count: results.length });
}
