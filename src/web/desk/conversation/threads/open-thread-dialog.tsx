import { Lock } from 'lucide-react';
import { useState } from 'react';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { allows } from '../../../../domain/roles.ts';
import { TEAMS, type Team } from '../../../../domain/teams.ts';
import type { ThreadAddressee } from '../../../../domain/events.ts';
import { useDeskState } from '../../connection/desk-context.tsx';
import { DialogFrame } from '../../../staff/controls/dialog-frame.tsx';
import { TextBox } from '../../../staff/controls/text-box.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { Actions } from '../use-actions.ts';

interface OpenThreadDialogProps {
  readonly actions: Actions;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onOpened: () => void;
}

/** Asks supervisors or another team, while the conversation stays where it is. */
export function OpenThreadDialog({ isOpen, onOpenChange, ...form }: OpenThreadDialogProps) {
  const { t } = usePreferences();
  return (
    <DialogFrame title={t('threads.open')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {() => <OpenThreadForm {...form} onClose={() => { onOpenChange(false); }} />}
    </DialogFrame>
  );
}

/** Supervisors, then those who are asked most. */
const ADDRESSEES: readonly ('supervisors' | Team)[] = ['supervisors', 'technical', ...TEAMS.filter((team) => team !== 'technical')];

function OpenThreadForm({ actions, onOpened, onClose }: Omit<OpenThreadDialogProps, 'isOpen' | 'onOpenChange'> & { onClose: () => void }) {
  const { t } = usePreferences();
  const [to, setTo] = useState<'supervisors' | Team>('technical');
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  const countThere = useCountThere();

  async function open(): Promise<void> {
    if (text.trim() === '') {
      setRefused(true);
      return;
    }
    const addressee: ThreadAddressee = to === 'supervisors' ? { kind: 'supervisors' } : { kind: 'team', team: to };
    if (!await actions.openThread(addressee, text)) return;
    onClose();
    onOpened();
  }

  return (
    <div className="move-form">
      <p className="internal-mark"><Lock size={12} aria-hidden />{t('threads.internal')}</p>
      <RadioGroup className="addressees" value={to} onChange={(value) => { setTo(value as 'supervisors' | Team); }}>
        <Label className="field-label">{t('threads.to')}</Label>
        <div>
          {ADDRESSEES.map((one) => {
            const there = countThere(one);
            return (
              <Radio key={one} value={one} className="addressee">
                <span>{one === 'supervisors' ? t('threads.supervisors') : t(`teams.${one}`)}</span>
                <span className="addressee-there">{there === 0 ? t('transfer.noneThere') : t('transfer.there', { count: there })}</span>
              </Radio>
            );
          })}
        </div>
      </RadioGroup>
      <TextBox label={t('threads.question')} placeholder={t('threads.placeholder')} value={text} autoFocus rows={4}
        onChange={(value) => { setText(value); setRefused(false); }} onSubmit={() => { void open(); }} />
      <div className="move-foot">
        <p className="move-problem" role="alert">{isRefused && t('threads.empty')}</p>
        <Button className="button" onPress={onClose}>{t('cancel')}</Button>
        <Button className="button" data-kind="primary" onPress={() => { void open(); }}>{t('threads.start')}</Button>
      </div>
    </div>
  );
}

/** How many of them are there now, besides oneself. */
function useCountThere(): (addressee: 'supervisors' | Team) => number {
  const colleagues = useDeskState((state) => state.colleagues);
  const presence = useDeskState((state) => state.presence);
  const myId = useDeskState((state) => state.me.id);
  return (addressee) => colleagues.filter(({ id, role, teams }) => id !== myId && presence.get(id) === 'available'
    && (addressee === 'supervisors' ? allows(role, 'conversations.oversee') : teams.includes(addressee))).length;
}
