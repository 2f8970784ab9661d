/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { Speaker } from '../conversation/contact-event.ts';
import { Icon } from './icon.tsx';

/** A sign for who speaks: our mark for the assistant, a colleague's initial for a person. */
export function SpeakerMark({ speaker, size }: { speaker: Speaker; size: number }): JSX.Element {
  const style = { width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.46)}px` };
  return (
    <span class={`mark ${speaker.kind}`} style={style} aria-hidden="true">
      {speaker.kind === 'agent' ? initialOf(speaker.name) : <Icon name="chat" size={Math.round(size * 0.58)} />}
    </span>
  );
}

/** The first letter as its script counts letters, so that no emoji or accent is cut in two. */
function initialOf(name: string): string {
  return [...name.trim()][0]?.toLocaleUpperCase() ?? '';
}
