import type { Atom } from '../text/atom.ts';
import { foldText } from '../text/fold-text.ts';

export interface ListNumbers {
  /** `isPart`: the atom belongs to a list number so far; `isEnd`: it ends one. `refused`: a number before it was none. */
  see(atom: Atom): { readonly isPart: boolean; readonly isEnd: boolean; readonly refused: string };
  end(): { readonly refused: string };
}

/** "1." at the beginning of a line is no fact where it counts on from the line before; anything else there is. */
export function createListNumbers(): ListNumbers {
  let isLineStart = true;
  let last = 0;
  let open = '';
  const close = (): string => {
    const number = open;
    open = '';
    return number;
  };
  const mayBegin = (atom: Atom): boolean => {
    const value = Number(foldText(atom.raw));
    return isLineStart && atom.kind === 'number' && (value === 1 || value === last + 1);
  };
  return {
    see(atom) {
      const wasOpen = open !== '';
      const isEnd = wasOpen && atom.kind === 'mark' && /^[.)、．]$/.test(atom.raw);
      const before = close();
      if (isEnd) last = Number(foldText(before));
      const begins = !wasOpen && mayBegin(atom);
      if (begins) open = atom.raw;
      isLineStart = atom.raw === '\n' || (isLineStart && (atom.kind === 'space' || /^[*>-]$/.test(atom.raw)));
      return { isPart: isEnd || begins, isEnd, refused: isEnd ? '' : before };
    },
    end: () => ({ refused: close() }),
  };
}
