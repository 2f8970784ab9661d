import type { ReactNode } from 'react';
import { formatClock } from '../../shared/format-time.ts';
import { formatMoment } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

interface MessageFrameProps {
  readonly from: 'contact' | 'assistant' | 'agent' | 'note';
  readonly avatar: ReactNode;
  readonly name: string;
  /** Beside the name: what kind of message it is. */
  readonly label?: ReactNode;
  readonly at: number;
  /** Goes on from the message above: no header. */
  readonly continues: boolean;
  readonly tone?: 'safety' | 'intake' | 'follow-up' | 'whisper' | 'pending' | undefined;
  readonly children: ReactNode;
  /** Below the message's own frame. */
  readonly below?: ReactNode;
}

/** What every message has: who, when, and on which side. */
export function MessageFrame({ from, avatar, name, label, at, continues, tone, children, below }: MessageFrameProps) {
  const { preferences: { language } } = usePreferences();
  return (
    <article className="message" data-from={from} data-continues={continues} data-tone={tone} aria-label={name}>
      {!continues && (
        <header className="message-head">
          {avatar}
          <strong><bdi>{name}</bdi></strong>
          {label}
          <time dateTime={new Date(at).toISOString()} title={formatMoment(at, language)}>{formatClock(at, language)}</time>
        </header>
      )}
      <div className="bubble">{children}</div>
      {below}
    </article>
  );
}
