import { useDeskState } from '../connection/desk-context.tsx';
import { WaitingTime } from '../format/waiting-time.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../state/model.ts';
import { waitingSince } from '../state/views.ts';

/** Who must act next, and since when the contact waits for it. */
export function OwnerPhrase({ conversation }: { conversation: DeskConversation }) {
  const { t } = usePreferences();
  const myId = useDeskState((state) => state.me.id);
  const { owner, status } = conversation;
  const since = waitingSince(conversation);
  if (status === 'resolved') return <>{t('ownerPhrase.resolved')}</>;
  if (owner.kind === 'assistant') return <>{t('ownerPhrase.assistant')}</>;
  const words = owner.kind === 'queue' ? t('ownerPhrase.queue', { team: t(`teams.${owner.team}`) })
    : owner.agentId === myId ? t('ownerPhrase.me') : t('ownerPhrase.agent', { name: owner.name });
  return <>{words}{since !== null && <>{' · '}{t('ownerPhrase.waiting')} <WaitingTime since={since} /></>}</>;
}
