import { X } from 'lucide-react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useAssist } from '../connection/desk-context.tsx';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { SHORTCUT_IDS, shortcutKeys } from './shortcuts.ts';

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
                <dd>{shortcutKeys(id).map((key) => <kbd key={key} className="key">{key}</kbd>)}</dd>
              </div>
            ))}
            <div>
              <dt>{t('shortcuts.send')}</dt>
              <dd><kbd className="key">{sendModifier()}</kbd><kbd className="key">Enter</kbd></dd>
            </div>
          </dl>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The key that sends together with Enter, as this machine's keyboard has it. */
export function sendModifier(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}
