import type { Translate } from '../preferences/phrases.ts';
import { showNotice } from './toasts.tsx';

/** Copies, and says whether it did: browsers refuse the clipboard on plain HTTP and in background tabs. */
export async function copyText(text: string, t: Translate): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showNotice('done', t('copied', { text: text.length > 40 ? `${text.slice(0, 39)}…` : text }));
  } catch {
    showNotice('problem', t('copyFailed'));
  }
}
