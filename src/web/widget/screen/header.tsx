/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { ConversationView } from '../conversation/conversation-view.ts';
import type { Translate } from '../../shared/phrases.ts';
import { Icon } from './icon.tsx';
import { Later } from './later.tsx';
import { SpeakerMark } from './speaker-mark.tsx';
import { useSurroundings } from './surroundings.ts';

/** Who the contact is talking with now. */
export function Header({ view, staffed, onEarlier, onClose }: { view: ConversationView | null; staffed: boolean; onEarlier: () => void; onClose: () => void }): JSX.Element {
  const { t, exchangeName } = useSurroundings();
  const { title, detail } = speakingNow(t, view, staffed, exchangeName);
  const owner = view?.owner ?? { kind: 'assistant' };
  return (
    <div class="header">
      {owner.kind === 'queue'
        ? <span class="mark queue large" aria-hidden="true"><Icon name="clock" size={20} /></span>
        : <SpeakerMark speaker={owner} size={40} />}
      <div class="header-text">
        <h1><bdi>{title}</bdi></h1>
        <p>{detail}</p>
      </div>
      <span class="more"><Later part="Menu" view={view} onEarlier={onEarlier} /></span>
      <button type="button" class="icon-button" aria-label={t('close')} title={t('close')} onClick={onClose}><Icon name="close" size={20} /></button>
    </div>
  );
}

function speakingNow(t: Translate, view: ConversationView | null, staffed: boolean, exchange: string): { title: string; detail: string } {
  const inCase = view?.caseNumber ? t('noticeStarted', { caseNumber: view.caseNumber }) : exchange;
  if (view?.status === 'resolved') return { title: t('resolvedTitle'), detail: inCase };
  switch (view?.owner.kind) {
    case 'queue':
      return { title: t(staffed ? 'queueTitle' : 'queueTitleLater'), detail: inCase };
    case 'agent':
      return { title: view.owner.name, detail: t('agentOf', { exchange }) };
    default:
      return { title: t('assistant'), detail: t('assistantOf', { exchange }) };
  }
}
