import { Fragment } from 'react';
import { MessagesSquare, StickyNote } from 'lucide-react';
import { isPlainClick } from '../../staff/controls/plain-click.ts';
import { Avatar } from '../../staff/controls/avatar.tsx';
import { MarkedText } from '../controls/marked-text.tsx';
import { UrgencyMark } from '../../staff/controls/urgency-mark.tsx';
import { useDeskState } from '../connection/desk-context.tsx';
import { formatMoment, languageName } from '../../staff/format/names.ts';
import { WaitingTime } from '../format/waiting-time.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { pathTo } from '../state/location.ts';
import type { DeskConversation } from '../state/model.ts';
import type { SearchResult } from './use-search.ts';

/** Height of every result, px; the same in styles/search.css. */
export const RESULT_HEIGHT = 108;

interface ResultRowProps {
  readonly result: SearchResult;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

/** One conversation that was found: what was said there, by whom, and whose it is now. */
export function ResultRow({ result: { conversation: found, hit }, isOpen, isTabStop, onFocus, onOpen }: ResultRowProps) {
  const { t, preferences: { language } } = usePreferences();
  // The live state where the desk has it, since a result is as old as the search.
  const conversation = useDeskState((state) => state.conversations.get(found.id)) ?? found;
  const at = hit?.at ?? conversation.updatedAt;
  return (
    <a
      className="row result"
      href={pathTo('queue', conversation.id)}
      data-id={conversation.id}
      data-urgency={conversation.status === 'open' ? conversation.urgency : undefined}
      aria-current={isOpen}
      tabIndex={isTabStop ? 0 : -1}
      onFocus={onFocus}
      onClick={(event) => { if (isPlainClick(event)) { event.preventDefault(); onOpen(); } }}
    >
      <span className="row-line">
        <UrgencyMark urgency={conversation.urgency} wordless />
        <span className="row-title">{t(conversation.intent ? `intents.${conversation.intent}` : 'intents.none')}</span>
        <span className="row-time" title={formatMoment(at, language)}><WaitingTime since={at} /></span>
      </span>
      {hit ? <Hit hit={hit} /> : <LastMessage conversation={conversation} />}
      <Facts conversation={conversation} />
    </a>
  );
}

function Hit({ hit: { by, place, text, marks } }: { hit: NonNullable<SearchResult['hit']> }) {
  const { t } = usePreferences();
  const name = by.kind === 'agent' ? by.name : t(by.kind);
  return (
    <span className="result-said">
      <span className="result-author">
        {place === 'note' ? <StickyNote size={14} aria-hidden /> : place === 'thread' ? <MessagesSquare size={14} aria-hidden /> : <Avatar {...(by.kind === 'agent' ? { of: 'agent', name: by.name } : { of: by.kind })} />}
        <bdi>{place === 'message' ? name : t(`search.by.${place}`, { name })}</bdi>
      </span>
      <span className="result-text" dir="auto"><Highlighted text={text} marks={marks} /></span>
    </span>
  );
}

/** The text with what was found marked in it. */
function Highlighted({ text, marks }: { text: string; marks: readonly (readonly [number, number])[] }) {
  const edges = marks.map(([start], index) => ({ before: text.slice(marks[index - 1]?.[1] ?? 0, start), found: text.slice(start, marks[index]?.[1]) }));
  return (
    <>
      {edges.map(({ before, found }, index) => <Fragment key={index}><MarkedText text={before} /><mark>{found}</mark></Fragment>)}
      <MarkedText text={text.slice(marks.at(-1)?.[1] ?? 0)} />
    </>
  );
}

function LastMessage({ conversation: { lastMessage } }: { conversation: DeskConversation }) {
  const { t } = usePreferences();
  return <span className="result-said"><span className="result-text" dir="auto">{lastMessage ? <MarkedText text={lastMessage.text} /> : t('row.noMessage')}</span></span>;
}

function Facts({ conversation: { owner, status, urgency, team, locale, caseNumber } }: { conversation: DeskConversation }) {
  const { t, preferences: { language } } = usePreferences();
  const myId = useDeskState((state) => state.me.id);
  const who = status === 'resolved' ? t('owner.resolved') : owner.kind === 'assistant' ? t('owner.assistant') : owner.kind === 'queue' ? t('search.waiting') : owner.agentId === myId ? t('owner.me') : owner.name;
  return (
    <span className="row-facts">
      {(urgency === 'critical' || urgency === 'high') && status === 'open' && <span className="urgency" data-urgency={urgency}>{t(`urgency.${urgency}`)}</span>}
      <span>{who}</span>
      {team && <span>{t(`teams.${team}`)}</span>}
      <span>{languageName(locale, language)}</span>
      <span className="row-case"><bdi>{caseNumber}</bdi></span>
    </span>
  );
}
