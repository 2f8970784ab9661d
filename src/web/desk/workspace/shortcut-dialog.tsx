import { X } from 'lucide-react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useAssist } from '../connection/desk-context.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { modifierKey, SHORTCUT_IDS, shortcutKeys } from './shortcuts.ts';

/** Every key in one list, also for those who never read a manual. */
export function ShortcutDialog({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = usePreferences();
  const hasModel = useAssist() !== null;
  const ids = SHORTCUT_IDS.filter((id) => id !== 'suggest' || hasModel);
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="dialog">
        <Dialog>
          <div className="dialog-head">
            <Heading slot="title">{t('shortcuts.title')}</Heading>
            <Button slot="close" className="button" data-kind="quiet" data-icon-only aria-label={t('close')}><X size={16} aria-hidden /></Button>
          </div>
          <dl className="shortcut-list">
            {ids.map((id) => (
              <div key={id}>
                <dt>{t(`shortcuts.${id}`)}</dt>
                <dd>{shortcutKeys(id).map((key) => <Keys key={key} pressed={key} />)}</dd>
              </div>
            ))}
            <div>
              <dt>{t('shortcuts.send')}</dt>
              <dd><kbd className="key">{modifierKey()}</kbd><kbd className="key">Enter</kbd></dd>
            </div>
          </dl>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Keys that are pressed together. */
export function Keys({ pressed }: { pressed: string }) {
  return <span className="keys">{pressed.split('+').map((key) => <kbd key={key} className="key">{key}</kbd>)}</span>;
}

/** The key that sends together with Enter. */
export const sendModifier = modifierKey;
