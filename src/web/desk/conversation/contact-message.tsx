import { CheckCheck, Hand, MousePointerClick } from 'lucide-react';
import { TranslateLine } from '../assist/translate-line.tsx';
import { useTranslation } from '../assist/use-translation.ts';
import { useDeskState } from '../connection/desk-context.tsx';
import { Avatar } from '../../staff/controls/avatar.tsx';
import { PlainText } from '../controls/markdown.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { saysOnlyNames } from '../state/enclosed-names.ts';
import type { ContactItem } from '../state/timeline.ts';
import { Attachments } from './attachments/attachments.tsx';
import { MessageFrame } from './message-frame.tsx';
import { Understood } from './understood.tsx';

/** @param readBy the owner who has read up to here, for those who look on; null elsewhere. */
export function ContactMessage({ item: { event, heard, continues }, readBy }: { item: ContactItem; readBy: string | null }) {
  const { t } = usePreferences();
  const { text, choice, wish, attachments } = event.data;
  const spoken = useDeskState((state) => state.conversations.get(event.conversationId)?.locale) ?? 'en';
  const translation = useTranslation(event, heard?.data.understanding.locale ?? spoken);
  return (
    <MessageFrame
      from="contact" avatar={<Avatar of="contact" />} name={t('contact')} at={event.at} continues={continues}
      below={<><TranslateLine translation={translation} />{heard && <Understood heard={heard} />}{readBy !== null && <p className="read-mark"><CheckCheck size={12} aria-hidden />{t('read.by', { name: readBy })}</p>}</>}
    >
      {!saysOnlyNames(text, { attachments }) && <PlainText text={translation.shown ?? text} />}
      <Attachments attachments={attachments} />
      {choice && <p className="bubble-fact"><MousePointerClick size={12} aria-hidden />{t('message.chose')}</p>}
      {wish && <p className="bubble-fact"><Hand size={12} aria-hidden />{t('message.asked')}</p>}
    </MessageFrame>
  );
}
