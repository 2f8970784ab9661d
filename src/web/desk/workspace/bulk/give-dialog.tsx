import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useDesk } from '../../connection/desk-context.tsx';
import { DialogFrame } from '../../../staff/controls/dialog-frame.tsx';
import { TextBox } from '../../../staff/controls/text-box.tsx';
import { DestinationList } from '../../conversation/moves/destination-list.tsx';
import type { Destination } from '../../conversation/use-actions.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { BulkAction } from '../../state/bulk.ts';
import type { DeskConversation } from '../../state/model.ts';

interface GiveDialogProps {
  readonly ids: ReadonlySet<string>;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onGive: (action: BulkAction) => void;
}

/** To which team or colleague all of them go, with a note for whoever takes them. */
export function GiveDialog({ ids, isOpen, onOpenChange, onGive }: GiveDialogProps) {
  const { t } = usePreferences();
  const desk = useDesk();
  const first = [...ids].map((id) => desk.getState().conversations.get(id)).find((one) => one !== undefined);
  return (
    <DialogFrame title={t('bulk.give', { count: ids.size })} isOpen={isOpen && first !== undefined} onOpenChange={onOpenChange}>
      {() => first && (
        <GiveForm
          first={first}
          onClose={() => { onOpenChange(false); }}
          onGive={(to, note) => { onGive(to.kind === 'team' ? { kind: 'transfer', team: to.team, note } : { kind: 'assign', agentId: to.agentId, name: to.name, note }); }}
        />
      )}
    </DialogFrame>
  );
}

/** @param first stands for all of them where colleagues are ordered by who suits best. */
function GiveForm({ first, onGive, onClose }: { first: DeskConversation; onGive: (to: Destination, note: string) => void; onClose: () => void }) {
  const { t } = usePreferences();
  const [to, setTo] = useState<Destination | null>(null);
  const [note, setNote] = useState('');
  const [isRefused, setRefused] = useState(false);

  function give(): void {
    if (to === null) {
      setRefused(true);
      return;
    }
    onClose();
    onGive(to, note);
  }

  return (
    <div className="move-form">
      <DestinationList conversation={first} chosen={to} onChoose={(chosen) => { setTo(chosen); setRefused(false); }} teamObstacle={null} agentObstacle={null} />
      <TextBox label={t('transfer.note')} hint={t('transfer.noteHint')} value={note} onChange={setNote} onSubmit={give} rows={2} />
      <div className="move-foot">
        <p className="move-problem" role="alert">{isRefused && t('transfer.choose')}</p>
        <Button className="button" onPress={onClose}>{t('cancel')}</Button>
        <Button className="button" data-kind="primary" onPress={give}>{to === null ? t('transfer.submit') : t('transfer.submitTo', { name: to.kind === 'team' ? t(`teams.${to.team}`) : to.name })}</Button>
      </div>
    </div>
  );
}
