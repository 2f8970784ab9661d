import type { Atom } from '../text/atom.ts';

/** What was judged and what of it may be shown. */
export interface Release {
  /** @param isHeld it and what comes after waits until something that is not held is added. */
  add(atom: Atom, isHeld: boolean): void;
  /** What may be shown and was not yet. */
  take(): string;
  /** What still waits. */
  end(): string;
  /** Shows letters of the first word before it is complete. */
  ahead(letters: string): string;
}

/** Puts together what is shown. A citation leaves no trace; a blank before it goes with it. */
export function createRelease(): Release {
  let waiting = '';
  let ready = '';
  let space = '';
  let isStart = true;
  /** Letters of the first word that were shown already. */
  let shown = 0;
  const without = (text: string): string => {
    const rest = text.slice(shown);
    shown = Math.max(0, shown - text.length);
    return rest;
  };
  return {
    ahead(letters) {
      const more = letters.slice(shown);
      shown = letters.length;
      return more;
    },
    add(atom, isHeld) {
      if (atom.kind === 'citation') space = space.replace(/[^\n]/g, '');
      else if (atom.kind === 'space') space = atom.raw === '\n' ? `${space.replace(/[^\n]/g, '')}\n` : space + atom.raw;
      else {
        waiting += (isStart ? '' : space) + atom.raw;
        space = '';
        isStart = false;
      }
      if (isHeld) return;
      ready += waiting;
      waiting = '';
    },
    take() {
      const text = without(ready);
      ready = '';
      return text;
    },
    end: () => without(waiting),
  };
}
