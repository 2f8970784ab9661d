/** What was made once and is asked for again. */
export interface KeptAnswers<T> {
  /**
   * What was made under this key for this version, or is being made; else makes it. What rejects is not
   * kept. @param anew makes it whatever there is.
   */
  get(key: string, version: number, make: () => Promise<T>, anew?: boolean): Promise<T>;
}

/** Keeps the latest `most` answers in the process, as far as they are `worthKeeping`: another process, or a restart, makes them again. */
export function createKeptAnswers<T>(most: number, worthKeeping: (answer: T) => boolean = () => true): KeptAnswers<T> {
  const kept = new Map<string, { readonly version: number; readonly answer: Promise<T> }>();
  return {
    get(key, version, make, anew = false) {
      const found = kept.get(key);
      if (found?.version === version && !anew) return found.answer;
      const entry = { version, answer: make() };
      // The map is in the order of insertion, so the first is the oldest.
      kept.delete(key);
      kept.set(key, entry);
      for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
      const drop = (): void => { if (kept.get(key) === entry) kept.delete(key); };
      entry.answer.then((answer) => { if (!worthKeeping(answer)) drop(); }, drop);
      return entry.answer;
    },
  };
}
