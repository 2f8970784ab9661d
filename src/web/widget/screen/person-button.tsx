/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { Icon } from './icon.tsx';
import { useSurroundings } from './surroundings.ts';
import { useClient } from './use-client.ts';

/** Asks for a person, once, however slow the line and however often it is pressed. */
export function PersonButton({ className, label }: { className: string; label: string }): JSX.Element {
  const { client, askPerson } = useSurroundings();
  const asked = useClient(client).outbox.some(({ body, state }) => body.type === 'message' && body.wish && state !== 'failed');
  return <button type="button" class={className} disabled={asked} onClick={askPerson}><Icon name="headset" size={17} />{label}</button>;
}
