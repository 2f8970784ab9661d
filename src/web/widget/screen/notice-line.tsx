/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { formatClock, formatDay } from '../../shared/format-time.ts';
import type { Translate } from '../../shared/phrases.ts';
import type { Notice } from '../conversation/conversation-view.ts';
import { useSurroundings } from './surroundings.ts';

/** One line about what happened to the conversation. */
export function NoticeLine({ notice, caseNumber }: { notice: Notice; caseNumber: string | null }): JSX.Element {
  const { t, locale } = useSurroundings();
  const started = notice.topic === 'started';
  const timed = started || notice.topic === 'assigned' || notice.topic === 'resolved';
  return (
    <p class={`notice ${notice.topic}`}>
      <span>{noticeText(t, notice, caseNumber)}</span>
      {timed && <time dateTime={new Date(notice.at).toISOString()}>{started ? `${formatDay(notice.at, Date.now(), locale)} ` : ''}{formatClock(notice.at, locale)}</time>}
    </p>
  );
}

const KEYS = {
  started: 'noticeStarted', handoff: 'noticeHandoff', assigned: 'noticeAssigned', released: 'noticeReleased', transferred: 'noticeTransferred',
  returned: 'noticeReturned', resolved: 'noticeResolved', settled: 'noticeSettled', reopened: 'noticeReopened',
} as const;

export function noticeText(t: Translate, { topic, name = '' }: Notice, caseNumber: string | null): string {
  return t(KEYS[topic], { name, caseNumber: caseNumber ?? '' });
}
