/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Speaker } from '../conversation/contact-event.ts';
import { useSurroundings } from './surroundings.ts';

/** Somebody is writing. For the assistant it is seen only where the answer takes longer than a blink. */
export function TypingSign({ typing, awaited }: { typing: Speaker | null; awaited: boolean }): JSX.Element | null {
  const { t } = useSurroundings();
  if (!typing && !awaited) return null;
  const text = typing?.kind === 'agent' ? t('typingAgent', { name: typing.name }) : t('typingAssistant');
  return (
    <p class={typing ? 'typing' : 'typing later'}>
      <span class="dots" aria-hidden="true"><i /><i /><i /></span><span>{text}</span>
    </p>
  );
}
