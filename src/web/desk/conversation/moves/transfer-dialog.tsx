import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { DialogFrame } from '../../../staff/controls/dialog-frame.tsx';
import { TextBox } from '../../../staff/controls/text-box.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { DeskConversation } from '../../state/model.ts';
import type { Actions, Destination } from '../use-actions.ts';
import { DestinationList } from './destination-list.tsx';

interface TransferDialogProps {
  readonly conversation: DeskConversation;
  readonly actions: Actions;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** It is somebody else's now. */
  readonly onGiven: () => void;
}

/** Gives the conversation to a team or a colleague, with what they need to know. */
export function TransferDialog({ isOpen, onOpenChange, ...form }: TransferDialogProps) {
  const { t } = usePreferences();
  return (
    <DialogFrame title={t('transfer.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {() => <TransferForm {...form} onClose={() => { onOpenChange(false); }} />}
    </DialogFrame>
  );
}

function TransferForm({ conversation, actions, onGiven, onClose }: Omit<TransferDialogProps, 'isOpen' | 'onOpenChange'> & { onClose: () => void }) {
  const { t } = usePreferences();
  const [to, setTo] = useState<Destination | null>(null);
  const [note, setNote] = useState('');
  const [isRefused, setRefused] = useState(false);
  const noteBox = useRef<HTMLTextAreaElement>(null);

  async function give(): Promise<void> {
    if (to === null) {
      setRefused(true);
      return;
    }
    if (!await actions.give(to, note)) return;
    onClose();
    onGiven();
  }

  return (
    <div className="move-form">
      <DestinationList
        conversation={conversation}
        chosen={to}
        onChoose={(destination) => {
          setTo(destination);
          setRefused(false);
          noteBox.current?.focus();
        }}
        teamObstacle={actions.obstacle('transfer')}
        agentObstacle={actions.obstacle('assign')}
      />
      <TextBox ref={noteBox} label={t('transfer.note')} hint={t('transfer.noteHint')} value={note} onChange={setNote} onSubmit={() => { void give(); }} rows={2} />
      <div className="move-foot">
        <p className="move-problem" role="alert">{isRefused && t('transfer.choose')}</p>
        <Button className="button" onPress={onClose}>{t('cancel')}</Button>
        <Button className="button" data-kind="primary" onPress={() => { void give(); }}>{to === null ? t('transfer.submit') : t('transfer.submitTo', { name: to.kind === 'team' ? t(`teams.${to.team}`) : to.name })}</Button>
      </div>
    </div>
  );
}
