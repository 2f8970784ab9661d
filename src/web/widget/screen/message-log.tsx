/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatDay } from '../../shared/format-time.ts';
import type { ConversationView } from '../conversation/conversation-view.ts';
import type { Held, TimelineRow } from '../conversation/timeline.ts';
import { ContactMessageRow } from './contact-message.tsx';
import { Icon } from './icon.tsx';
import { NoticeLine } from './notice-line.tsx';
import { SpokenRow } from './spoken-message.tsx';
import { useSurroundings } from './surroundings.ts';

/** Nearer to the end than this counts as at the end, px. */
const NEAR_END = 48;
/** Room kept above news that do not fit, px; a question up to the given height stays wholly in sight above its answer. */
const ABOVE_NEWS = 12;
const TALLEST_QUESTION = 160;

export interface MessageLogProps {
  readonly rows: readonly TimelineRow[];
  readonly view: ConversationView | null;
  readonly held: Held;
  /** Up to where a colleague has read. */
  readonly readSeq: number;
  /** What stands after the last message: typing, rating. */
  readonly children: ComponentChildren;
}

/** The conversation, kept at its end unless the contact has scrolled away to read. */
export function MessageLog({ rows, view, held, readSeq, children }: MessageLogProps): JSX.Element {
  const { t } = useSurroundings();
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const lastShown = useRef<string | undefined>(undefined);
  const [unread, setUnread] = useState(false);
  const last = rows.at(-1)?.key;
  const newestContact = rows.findLast(({ kind }) => kind === 'contact')?.key;

  useLayoutEffect(() => {
    const firstNew = Math.max(0, Math.min(rows.findIndex(({ key }) => key === lastShown.current) + 1, rows.length - 1));
    const known = lastShown.current !== undefined;
    lastShown.current = last;
    if (atEnd.current || rows.at(-1)?.kind === 'contact') {
      showNews(log.current, known ? firstNew : rows.length - 1);
      atEnd.current = isAtEnd(log.current);
    } else {
      setUnread(true);
    }
  }, [last]);
  // What follows the last message (typing, the rating) grows without a message, and a keyboard takes room from below.
  useLayoutEffect(() => { if (atEnd.current) scrollToEnd(log.current); });
  useEffect(() => {
    if (!log.current) return undefined;
    const observer = new ResizeObserver(() => { if (atEnd.current) scrollToEnd(log.current); });
    observer.observe(log.current);
    return () => { observer.disconnect(); };
  }, []);

  const onScroll = (): void => {
    atEnd.current = isAtEnd(log.current);
    if (atEnd.current) setUnread(false);
  };
  return (
    <div class="log-frame">
      <div class="log" ref={log} role="log" aria-live="off" aria-label={t('log')} tabIndex={0} onScroll={onScroll}>
        {rows.map((row) => <Row key={row.key} row={row} view={view} newest={row.key === newestContact} held={held} readSeq={readSeq} />)}
        {children}
      </div>
      {unread && (
        <button type="button" class="jump" onClick={() => { scrollToEnd(log.current); log.current?.focus(); }}>
          <Icon name="arrow-down" size={15} />{t('newMessages')}
        </button>
      )}
    </div>
  );
}

function Row({ row, view, newest, held, readSeq }: { row: TimelineRow; newest: boolean } & Pick<MessageLogProps, 'view' | 'held' | 'readSeq'>): JSX.Element {
  const { locale } = useSurroundings();
  switch (row.kind) {
    case 'day':
      return <p class="notice day"><span>{formatDay(row.at, Date.now(), locale)}</span></p>;
    case 'notice':
      return <NoticeLine notice={row.notice} caseNumber={view?.caseNumber ?? null} />;
    case 'spoken':
      return <SpokenRow message={row.message} first={row.first} last={row.last} />;
    case 'contact':
      return <ContactMessageRow row={row} newest={newest} read={row.seq > 0 && row.seq <= readSeq} held={held} />;
  }
}

/** The end; or, where the news do not fit, their beginning, since one reads from there. Every row is one child of the log. */
function showNews(log: HTMLElement | null, firstNew: number): void {
  const news = log?.children[firstNew] as HTMLElement | undefined;
  if (!log || !news) return;
  const before = news.previousElementSibling as HTMLElement | null;
  const asked = before?.classList.contains('contact') && before.offsetHeight <= TALLEST_QUESTION ? before : news;
  if (log.scrollHeight - asked.offsetTop > log.clientHeight) log.scrollTop = asked.offsetTop - ABOVE_NEWS;
  else scrollToEnd(log);
}

function isAtEnd(log: HTMLElement | null): boolean {
  return !log || log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
}

function scrollToEnd(log: HTMLElement | null): void {
  if (log) log.scrollTop = log.scrollHeight;
}
