import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components';
import { PRESENCE_STATUSES, type PresenceStatus } from '../../../../domain/presence.ts';
import { useDesk, useDeskState } from '../../connection/desk-context.tsx';
import { DialogFrame } from '../../../staff/controls/dialog-frame.tsx';
import { PresenceMark } from '../../controls/presence-mark.tsx';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';

/** Whether this agent is there: in sight, since it decides what they are given. */
export function PresenceMenu() {
  const { t } = usePreferences();
  const status = useDeskState((state) => state.presence.get(state.me.id) ?? (state.link === 'online' ? 'available' : 'offline'));
  const { choose, dialog } = usePresence();
  return (
    <>
      <MenuTrigger>
        <Button className="button presence-button" data-kind="quiet" aria-label={t('presenceMenu.label', { status: t(`presence.${status}`) })}>
          <PresenceMark status={status} /><ChevronDown size={12} aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <Menu className="menu" aria-label={t('presenceMenu.title')} selectionMode="single" disallowEmptySelection selectedKeys={[status]} onAction={(key) => { choose(key as PresenceStatus); }}>
            {PRESENCE_STATUSES.map((one) => (
              <MenuItem key={one} id={one} className="menu-item presence-item" textValue={t(`presence.${one}`)}>
                <Text slot="label"><PresenceMark status={one} /></Text>
                <Text slot="description" className="presence-words">{t(`presenceMenu.${one}`)}</Text>
                {one === status && <Check className="menu-mark" size={16} aria-hidden />}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {dialog}
    </>
  );
}

/** Changes the status; who goes while conversations would go back is asked first, and told how many. */
function usePresence() {
  const { t } = usePreferences();
  const desk = useDesk();
  const [leaving, setLeaving] = useState(0);

  function set(status: PresenceStatus): void {
    if (!desk.setPresence(status)) showNotice('problem', t('unavailable.offline.any'));
  }

  function choose(status: PresenceStatus): void {
    const mine = desk.getState().lists.mine?.ids.length ?? 0;
    if (status === 'offline' && mine > 0) setLeaving(mine);
    else set(status);
  }

  const dialog = (
    <DialogFrame title={t('presenceMenu.leave')} isOpen={leaving > 0} onOpenChange={(isOpen) => { if (!isOpen) setLeaving(0); }}>
      {() => (
        <>
          <p>{t('presenceMenu.leaveWords', { count: leaving })}</p>
          <div className="dialog-foot">
            <Button className="button" onPress={() => { setLeaving(0); }} autoFocus>{t('presenceMenu.stay')}</Button>
            <Button className="button" onPress={() => { setLeaving(0); set('away'); }}>{t('presenceMenu.beAway')}</Button>
            <Button className="button" data-kind="primary" onPress={() => { setLeaving(0); set('offline'); }}>{t('presenceMenu.goOffline')}</Button>
          </div>
        </>
      )}
    </DialogFrame>
  );
  return { choose, dialog };
}
