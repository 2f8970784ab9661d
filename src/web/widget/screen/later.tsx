/** @jsxImportSource preact */
import { h, type ComponentProps, type FunctionComponent, type JSX } from 'preact';
import type { ExtraParts } from '../extras/extras.ts';
import { useSurroundings } from './surroundings.ts';

type LaterProps<P extends keyof ExtraParts> = ComponentProps<ExtraParts[P]> & { readonly part: P };

/** A part of the screen that comes with the extras; nothing until they are here, when the panel draws itself anew. */
export function Later<P extends keyof ExtraParts>({ part, ...props }: LaterProps<P>): JSX.Element | null {
  const loaded = useSurroundings().extras.now()?.parts[part] as FunctionComponent | undefined;
  return loaded ? h(loaded, props) : null;
}
