import { Ear, Lock } from 'lucide-react';
import { useMemo } from 'react';
import { useDeskState } from '../connection/desk-context.tsx';
import { Avatar } from '../../staff/controls/avatar.tsx';
import { Markdown } from '../controls/markdown.tsx';
import { MentionedNames } from '../controls/mentions.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { NoteItem } from '../state/timeline.ts';
import { MessageFrame } from './message-frame.tsx';

/** Only agents see it, and it says so. What a supervisor whispers looks different: it is meant for one. */
export function Note({ item: { event, continues } }: { item: NoteItem }) {
  const { author, text, mentions, whisper } = event.data;
  return (
    <MessageFrame
      from="note" avatar={<Avatar of="agent" name={author.name} />} name={author.name} at={event.at}
      label={whisper ? <WhisperLabel to={mentions} /> : <NoteLabel />}
      continues={continues && !whisper}
      tone={whisper ? 'whisper' : undefined}
    >
      <NoteText text={text} mentions={mentions} />
    </MessageFrame>
  );
}

/** A note's words, with those whom it calls marked. */
export function NoteText({ text, mentions }: { text: string; mentions: readonly string[] | undefined }) {
  const colleagues = useDeskState((state) => state.colleagues);
  const names = useMemo(() => colleagues.flatMap(({ id, name }) => (mentions?.includes(id) ? [name] : [])), [colleagues, mentions]);
  return <MentionedNames value={names}><Markdown text={text} /></MentionedNames>;
}

export function NoteLabel() {
  const { t } = usePreferences();
  return <span className="message-label"><Lock size={12} aria-hidden />{t('message.note')}</span>;
}

/** @param to whom it calls: whoever had the conversation then; unknown while it is on its way. */
export function WhisperLabel({ to }: { to: readonly string[] | undefined }) {
  const { t } = usePreferences();
  const name = useDeskState((state) => state.colleagues).find(({ id }) => to?.includes(id))?.name;
  return <span className="message-label"><Ear size={12} aria-hidden />{name === undefined ? t('message.whisper') : t('message.whisperTo', { name })}</span>;
}
