import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { usePreferences } from '../preferences/preferences-context.tsx';

interface FormDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly isWide?: boolean;
}

/** A form, or a message, in front of the page. */
export function FormDialog({ title, onClose, children, isWide = false }: FormDialogProps) {
  const { t } = usePreferences();
  return (
    <ModalOverlay className="scrim" isOpen onOpenChange={onClose}>
      <Modal className="dialog" data-size={isWide ? 'wide' : undefined}>
        <Dialog>
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button className="button" data-kind="quiet" data-icon-only aria-label={t('close')} onPress={onClose}><X size={16} aria-hidden /></Button>
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
