import type { TolerantStorage } from '../connection/tolerant-storage.ts';

/** What the contact is writing, from page to page of a tab. */
export interface Draft {
  get(): string;
  set(text: string): void;
}

export interface DraftOptions {
  readonly storage: TolerantStorage;
  readonly key: string;
  /** The text without its secrets; undefined where nobody can tell. */
  readonly redact: (text: string) => { readonly text: string } | undefined;
  /** Calls back whenever the page may be about to go. */
  readonly onLeave: (keep: () => void) => void;
}

/**
 * Lives in memory and is written down only when the page is left: whole, so that no part of a phrase
 * that is being typed is ever stored, and without its secrets. What nobody could check is not stored.
 */
export function createDraft({ storage, key, redact, onLeave }: DraftOptions): Draft {
  let text = storage.get(key) ?? '';
  let kept = text;
  onLeave(() => {
    if (text !== kept) storage.set(key, kept = redact(text)?.text ?? '');
  });
  return {
    get: () => text,
    set(next) {
      text = next;
      if (next !== '') return;
      kept = '';
      storage.remove(key);
    },
  };
}
