import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { usePreferences } from '../preferences/preferences-context.tsx';

interface ConfirmDialogProps {
  readonly title: string;
  readonly words: string;
  /** What is done, as the button says it. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that others notice. */
export function ConfirmDialog({ title, words, action, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = usePreferences();
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={onClose} isDismissable>
      <Modal className="dialog">
        <Dialog role="alertdialog">
          <div className="dialog-head"><Heading slot="title">{title}</Heading></div>
          <p>{words}</p>
          <div className="dialog-foot">
            <Button className="button" data-kind="quiet" onPress={onClose} autoFocus>{t('settings.cancel')}</Button>
            <Button className="button" data-kind="danger" onPress={() => { onConfirm(); onClose(); }}>{action}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
