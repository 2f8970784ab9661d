import { CircleAlert, CircleCheck, X } from 'lucide-react';
import {
  Button, Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { usePreferences } from '../preferences/preferences-context.tsx';

interface Notice {
  readonly tone: 'done' | 'problem';
  readonly words: string;
}

/** Long enough to read, and no focus is lost when it goes. */
const SHOWN_MS = 6_000;
const queue = new ToastQueue<Notice>({ maxVisibleToasts: 3 });

export function showNotice(tone: Notice['tone'], words: string): void {
  queue.add({ tone, words }, { timeout: SHOWN_MS });
}

export function Toasts() {
  const { t } = usePreferences();
  return (
    <ToastRegion className="toasts" queue={queue} aria-label={t('notices')}>
      {({ toast }) => (
        <Toast className="toast" toast={toast}>
          {toast.content.tone === 'done' ? <CircleCheck size={16} aria-hidden /> : <CircleAlert size={16} aria-hidden />}
          <ToastContent className="toast-words"><Text slot="title">{toast.content.words}</Text></ToastContent>
          <Button slot="close" className="button" data-icon-only aria-label={t('close')}><X size={16} aria-hidden /></Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
