import { CircleCheck, SendHorizontal } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { useDesk, useDrafts } from '../../connection/desk-context.tsx';
import { TextBox } from '../../../staff/controls/text-box.tsx';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { newMessageId } from '../new-message-id.ts';

/** What is written here is kept as drafts are: a reload or another conversation loses nothing. */
export function ThreadReply({ conversationId, threadId }: { conversationId: string; threadId: string }) {
  const { t } = usePreferences();
  const desk = useDesk();
  const drafts = useDrafts();
  const [text, setText] = useState(() => drafts.read(threadId).note);
  // The same words sent again after a lost connection must not be said twice; other words are another message.
  const messageId = useRef(newMessageId());
  const [isSending, setSending] = useState(false);

  function change(value: string): void {
    setText(value);
    messageId.current = newMessageId();
    drafts.write(threadId, { ...drafts.read(threadId), note: value });
  }

  async function send(): Promise<void> {
    if (text.trim() === '' || isSending) return;
    setSending(true);
    const outcome = await desk.command(conversationId, { type: 'reply-thread', threadId, text: text.trim(), clientMessageId: messageId.current });
    setSending(false);
    if (!outcome.ok) {
      showNotice('problem', t([`threads.refused.${outcome.code}`, `errors.${outcome.code}`, 'errors.internal']));
      return;
    }
    change('');
  }

  return (
    <div className="thread-reply">
      <TextBox label={t('threads.reply')} isLabelHidden placeholder={t('threads.reply')} value={text} rows={2} onChange={change} onSubmit={() => { void send(); }} />
      <div className="thread-foot">
        <CloseThread conversationId={conversationId} threadId={threadId} />
        <Button className="button" data-kind="primary" isDisabled={text.trim() === '' || isSending} onPress={() => { void send(); }}><SendHorizontal size={14} aria-hidden />{t('threads.send')}</Button>
      </div>
    </div>
  );
}

function CloseThread({ conversationId, threadId }: { conversationId: string; threadId: string }) {
  const { t } = usePreferences();
  const desk = useDesk();
  async function close(): Promise<void> {
    const outcome = await desk.command(conversationId, { type: 'close-thread', threadId });
    if (!outcome.ok) showNotice('problem', t([`refused.${outcome.code}`, `errors.${outcome.code}`, 'errors.internal'], { name: '' }));
  }
  return <Button className="button" data-kind="quiet" onPress={() => { void close(); }}><CircleCheck size={14} aria-hidden />{t('threads.close')}</Button>;
}
