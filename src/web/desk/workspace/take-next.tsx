import { ArrowDownToLine } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import { ExplainedButton } from '../../staff/controls/explained-button.tsx';
import { Key } from '../controls/key.tsx';
import { showNotice } from '../../staff/controls/toasts.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

/** Takes the head of the agent's queues and opens it; says so when nobody waits. */
export function useTakeNext(onTaken: (conversationId: string) => void): () => void {
  const { t } = usePreferences();
  const desk = useDesk();
  const isTaking = useRef(false);
  return useCallback(() => {
    if (isTaking.current) return;
    isTaking.current = true;
    void desk.claimNext().then((outcome) => {
      isTaking.current = false;
      if (outcome.ok && outcome.conversationId !== undefined) onTaken(outcome.conversationId);
      else if (!outcome.ok) showNotice(outcome.code === 'not-found' ? 'done' : 'problem', t([`takeNext.${outcome.code}`, `errors.${outcome.code}`, 'errors.internal']));
    });
  }, [desk, onTaken, t]);
}

export function TakeNextButton({ onPress }: { onPress: () => void }) {
  const { t } = usePreferences();
  const online = useDeskState((state) => state.link === 'online');
  return (
    <div className="take-next">
      <ExplainedButton
        icon={ArrowDownToLine}
        label={t('takeNext.label')}
        description={t('takeNext.words')}
        obstacle={online ? null : t('unavailable.offline.any')}
        kind="primary"
        hint={<Key of="takeNext" />}
        onPress={onPress}
        onRefused={(words) => { showNotice('problem', words); }}
      />
    </div>
  );
}
