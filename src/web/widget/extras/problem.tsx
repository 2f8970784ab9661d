/** @jsxImportSource preact */
import type { ComponentChildren, JSX } from 'preact';
import { useSurroundings } from '../screen/surroundings.ts';

/** Something could not be fetched. */
export function Problem({ onRetry }: { onRetry: () => void }): JSX.Element {
  const { t } = useSurroundings();
  return <Middle><p role="alert">{t('loadFailed')}</p><button type="button" class="strip-button" onClick={onRetry}>{t('retry')}</button></Middle>;
}

/** The one thing on a screen that has nothing else. */
export function Middle({ children }: { children: ComponentChildren }): JSX.Element {
  return <div class="middle">{children}</div>;
}
