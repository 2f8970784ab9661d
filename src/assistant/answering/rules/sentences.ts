import type { Atom } from '../text/atom.ts';

/** A text that comes atom by atom, in sentences. */
export interface Sentences {
  /** The sentence that this atom ends, if it ends one. */
  add(atom: Atom): string | undefined;
  current(): string;
  all(): string;
}

const STOP = /^[!?。！？।؟]$/u;

/** A full stop ends a sentence where a blank follows, so that numbers and abbreviations of one letter do not. */
export function createSentences(): Sentences {
  let current = '';
  let all = '';
  let stopped = false;
  const finish = (): string => {
    const sentence = current;
    current = '';
    stopped = false;
    return sentence;
  };
  return {
    add({ kind, raw }) {
      if (kind === 'citation') return undefined;
      all += raw;
      if (raw === '\n' || STOP.test(raw)) {
        current += raw;
        return current.trim() === '' ? undefined : finish();
      }
      if (stopped && kind === 'space') return finish();
      stopped = raw === '.' && !/(?:^|[^\p{L}])\p{L}$/u.test(current);
      current += raw;
      return undefined;
    },
    current: () => current,
    all: () => all,
  };
}
