import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { usePreferences } from '../preferences/preferences-context.tsx';

interface DialogFrameProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** `wide` as far as the window allows, for pictures. */
  readonly size?: 'usual' | 'wide';
  /** Drawn only while the dialog is open, so that it begins anew each time. */
  readonly children: () => ReactNode;
}

/** A dialog with its title and the button that closes it; Escape and a press beside it close it as well. */
export function DialogFrame({ title, isOpen, onOpenChange, size = 'usual', children }: DialogFrameProps) {
  const { t } = usePreferences();
  return (
    <ModalOverlay className="scrim" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="dialog" data-size={size}>
        <Dialog>
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button slot="close" className="button" data-kind="quiet" data-icon-only aria-label={t('close')}><X size={16} aria-hidden /></Button>
          </div>
          {children()}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
