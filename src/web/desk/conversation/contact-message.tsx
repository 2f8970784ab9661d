import { Hand, MousePointerClick } from 'lucide-react';
import { Avatar } from '../controls/avatar.tsx';
import { PlainText } from '../controls/markdown.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import type { ContactItem } from '../state/timeline.ts';
import { MessageFrame } from './message-frame.tsx';
import { Understood } from './understood.tsx';

export function ContactMessage({ item: { event, heard, continues } }: { item: ContactItem }) {
  const { t } = usePreferences();
  const { text, choice, wish } = event.data;
  return (
    <MessageFrame
      from="contact" avatar={<Avatar of="contact" />} name={t('contact')} at={event.at} continues={continues}
      below={heard && <Understood heard={heard} />}
    >
      <PlainText text={text} />
      {choice && <p className="bubble-fact"><MousePointerClick size={12} aria-hidden />{t('message.chose')}</p>}
      {wish && <p className="bubble-fact"><Hand size={12} aria-hidden />{t('message.asked')}</p>}
    </MessageFrame>
  );
}
