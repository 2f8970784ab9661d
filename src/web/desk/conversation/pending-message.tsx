import { CircleAlert, Clock } from 'lucide-react';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import { TranslatedNote } from '../assist/translated-note.tsx';
import { Avatar } from '../../staff/controls/avatar.tsx';
import { Markdown } from '../controls/markdown.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { saysOnlyNames } from '../state/enclosed-names.ts';
import type { Outgoing } from '../state/outbox.ts';
import { ArticleCard } from './article-card.tsx';
import { Attachments } from './attachments/attachments.tsx';
import { MessageFrame } from './message-frame.tsx';
import { NoteLabel, NoteText, WhisperLabel } from './note.tsx';

interface PendingMessageProps {
  readonly message: Outgoing;
  readonly continues: boolean;
  readonly onTakeBack: (message: Outgoing) => void;
}

/** A reply or note that the server does not have yet, or did not take. */
export function PendingMessage({ message, continues, onTakeBack }: PendingMessageProps) {
  const me = useDeskState((state) => state.me);
  return (
    <MessageFrame
      from={message.kind === 'note' ? 'note' : 'agent'}
      avatar={<Avatar of="agent" name={me.name} />}
      name={me.name}
      label={message.kind === 'note' && (message.whisper ? <WhisperLabel to={message.mentions} /> : <NoteLabel />)}
      at={message.at}
      continues={continues}
      tone="pending"
      below={message.state === 'failed' ? <Failed message={message} onTakeBack={onTakeBack} /> : message.state === 'sending' && <Sending />}
    >
      {message.kind === 'note' ? <NoteText text={message.text} mentions={message.mentions} /> : !saysOnlyNames(message.text, message) && <Markdown text={message.text} />}
      {message.original && <TranslatedNote original={message.original} />}
      <Attachments attachments={message.attachments} />
      {message.citations && <ul className="article-cards">{message.citations.map((citation) => <li key={citation.articleId}><ArticleCard citation={citation} /></li>)}</ul>}
    </MessageFrame>
  );
}

function Sending() {
  const { t } = usePreferences();
  const online = useDeskState((state) => state.link === 'online');
  return <p className="delivery"><Clock size={12} aria-hidden />{t(online ? 'delivery.sending' : 'delivery.waiting')}</p>;
}

function Failed({ message, onTakeBack }: { message: Outgoing; onTakeBack: (message: Outgoing) => void }) {
  const { t } = usePreferences();
  const desk = useDesk();
  const reason = t([`delivery.refused.${message.error}`, `errors.${message.error}`, 'errors.internal']);
  return (
    <div className="delivery" data-failed role="alert">
      <CircleAlert size={14} aria-hidden />
      <span>{reason}</span>
      <button type="button" className="button" onClick={() => { desk.retry(message.clientMessageId); }}>{t('tryAgain')}</button>
      <button type="button" className="button" onClick={() => { onTakeBack(message); }}>{t('delivery.takeBack')}</button>
    </div>
  );
}
