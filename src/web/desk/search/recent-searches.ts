/** The searches that an agent made last on this machine, the latest first. */
export interface RecentSearches {
  read(): readonly string[];
  add(query: string): void;
  clear(): void;
}

const MOST = 8;

/** @param storage may be full or forbidden; then nothing is remembered. */
export function createRecentSearches(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, agentId: string): RecentSearches {
  const key = `vigil.searches.${agentId}`;

  function read(): string[] {
    try {
      const stored: unknown = JSON.parse(storage.getItem(key) ?? '[]');
      return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string').slice(0, MOST) : [];
    } catch {
      return [];
    }
  }

  return {
    read,
    add(query) {
      const plain = query.trim();
      if (plain === '') return;
      try {
        storage.setItem(key, JSON.stringify([plain, ...read().filter((one) => one !== plain)].slice(0, MOST)));
      } catch {
        // Remembering is a convenience.
      }
    },
    clear() {
      try {
        storage.removeItem(key);
      } catch {
        // As above.
      }
    },
  };
}
