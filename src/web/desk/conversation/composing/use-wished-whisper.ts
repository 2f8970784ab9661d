import { useEffect } from 'react';
import type { Draft } from '../../state/drafts.ts';
import type { TextEditing } from './use-text-editing.ts';

/** A link with `?mode=whisper` leads to what a supervisor wants to write; it is followed once. */
export function useWishedWhisper(mayWhisper: boolean, onChange: (change: Partial<Draft>) => void, { focus }: Pick<TextEditing, 'focus'>): void {
  useEffect(() => {
    const address = new URL(location.href);
    if (address.searchParams.get('mode') !== 'whisper') return;
    address.searchParams.delete('mode');
    history.replaceState(history.state, '', address);
    if (!mayWhisper) return;
    onChange({ mode: 'whisper' });
    focus();
  });
}
