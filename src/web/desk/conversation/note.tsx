import { Lock } from 'lucide-react';
import { Avatar } from '../controls/avatar.tsx';
import { Markdown } from '../controls/markdown.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import type { NoteItem } from '../state/timeline.ts';
import { MessageFrame } from './message-frame.tsx';

/** Only agents see it, and it says so. */
export function Note({ item: { event, continues } }: { item: NoteItem }) {
  const { author, text } = event.data;
  return (
    <MessageFrame from="note" avatar={<Avatar of="agent" name={author.name} />} name={author.name} label={<NoteLabel />} at={event.at} continues={continues}>
      <Markdown text={text} />
    </MessageFrame>
  );
}

export function NoteLabel() {
  const { t } = usePreferences();
  return <span className="message-label"><Lock size={12} aria-hidden />{t('message.note')}</span>;
}
