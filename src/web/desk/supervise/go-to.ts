import type { MouseEvent } from 'react';
import { isPlainClick } from '../../staff/controls/plain-click.ts';

/** Follows a link within the desk without loading it anew. The frame listens to the browser's history. */
export function goTo(event: MouseEvent<HTMLAnchorElement>): void {
  if (!isPlainClick(event)) return;
  event.preventDefault();
  goToPath(event.currentTarget.href);
}

export function goToPath(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}

export function conversationPath(conversationId: string, mode?: 'whisper'): string {
  return `/desk/c/${encodeURIComponent(conversationId)}${mode ? `?mode=${mode}` : ''}`;
}
