/** What the server had when page and server were last of one mind. */
export interface Synced {
  readonly text: string | null;
  /** Of the draft; 0 where there was none. */
  readonly version: number;
  /** Number of the published revision that it was begun from. */
  readonly base: number;
}

interface Kept {
  readonly synced: Synced;
  readonly text: string | null;
}

/** What is not saved yet, in this browser: it survives a closed tab and a server that is away. */
export function createBackup(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, path: string, myId: string) {
  const key = `vigil.editor.unsaved.${myId}.${path}`;
  return {
    keep(synced: Synced, text: string | null): void {
      try {
        storage.setItem(key, JSON.stringify({ synced, text } satisfies Kept));
      } catch {
        // Storage is full or forbidden: it is kept as long as the page is open.
      }
    },
    drop(): void {
      try {
        storage.removeItem(key);
      } catch {
        // Forbidden: then there is nothing either.
      }
    },
    read(): Kept | null {
      try {
        const kept = JSON.parse(storage.getItem(key) ?? 'null') as Partial<Kept> | null;
        return typeof kept?.text === 'string' && typeof kept.synced?.version === 'number' ? kept as Kept : null;
      } catch {
        return null;
      }
    },
  };
}
