import type { KeyboardEvent } from 'react';
import { FilePlus2, RotateCcw } from 'lucide-react';
import { LOCALES, type Locale } from '../../../domain/locales.ts';
import type { RouteOutput } from '../../../protocol/http.ts';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { formatDay, languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { TrendMark } from '../numbers/trend-mark.tsx';

export type Gap = RouteOutput<'readGap'>['gap'];

/** So many languages are named in a row. */
const NAMED = 3;

/** Where a group is; the filters stay as they are. */
export function pathToGap(gapId: string): string {
  return `/editor/gaps${gapId === '' ? '' : `/${gapId}`}${location.search}`;
}

/** Up and down go through the rows; Enter opens one. */
function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const rows = [...event.currentTarget.querySelectorAll('a')];
  const next = rows[rows.findIndex((row) => row === document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function GapList({ gaps, more, openId }: { gaps: readonly Gap[]; more: boolean; openId: string }) {
  const { t } = usePreferences();
  return (
    // The list itself takes no focus: its rows do.
    <nav className="gap-list" aria-label={t('editor.gaps.groups')} onKeyDown={moveAmongRows}>
      <ul>{gaps.map((gap) => <li key={gap.id}><GapRow gap={gap} isOpen={gap.id === openId} /></li>)}</ul>
      {more && <p className="gaps-more">{t('editor.gaps.more')}</p>}
    </nav>
  );
}

function GapRow({ gap: { id, example, count, before, locales, lastAt, state, startedArticleId }, isOpen }: { gap: Gap; isOpen: boolean }) {
  const { t, preferences: { language } } = usePreferences();
  const tags = (Object.entries(locales) as [Locale, number][]).sort(([, a], [, b]) => b - a).map(([tag]) => languageName(tag, language));
  const others = tags.length - NAMED;
  const named = new Intl.ListFormat(language, { type: 'unit' }).format([...tags.slice(0, NAMED), ...(others > 0 ? [t('editor.gaps.others', { count: others })] : [])]);
  return (
    <InnerLink className="gap-row" href={pathToGap(id)} isCurrent={isOpen}>
      <span className="gap-example"><bdi lang={example.locale} dir={LOCALES[example.locale].direction}>{example.text}</bdi></span>
      <span className="gap-facts">
        <span className="gap-count">{t('editor.gaps.times', { count })}</span><TrendMark now={count} before={before} />
        <span className="gap-locales">{named}</span><span className="gap-at">{formatDay(lastAt, language)}</span>
      </span>
      {(state === 'reopened' || startedArticleId !== null) && (
        <span className="gap-marks">
          {state === 'reopened' && <span className="gap-mark" data-kind="reopened"><RotateCcw size={12} aria-hidden />{t('editor.gaps.states.reopened')}</span>}
          {startedArticleId !== null && <span className="gap-mark"><FilePlus2 size={12} aria-hidden />{t('editor.gaps.begun')}</span>}
        </span>
      )}
    </InnerLink>
  );
}
