import { createTolerantStorage, type TolerantStorage } from '../../src/web/widget/connection/tolerant-storage.ts';

/** The browser's storage as several tabs share it, kept in memory. */
export function createMemoryStorage(): { readonly raw: Storage; open(): TolerantStorage } {
  const values: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => values[key] ?? null,
    setItem: (key: string, value: string) => { values[key] = value; },
    removeItem: (key: string) => { delete values[key]; },
  };
  // As in a browser, the stored keys are the object's own.
  const raw = new Proxy(values, { get: (_, name) => methods[name as keyof typeof methods] ?? values[String(name)] }) as unknown as Storage;
  return { raw, open: () => createTolerantStorage(() => raw) };
}
