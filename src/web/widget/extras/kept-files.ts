import type { ContactApi } from '../connection/contact-api.ts';

/** Files that were fetched stay so long as they are among the latest: 10 MB each at most, and most much less. */
const MOST_KEPT = 12;

const kept = new Map<string, Promise<Blob>>();

/** A file's bytes, fetched once while they are wanted. */
export function fetchFile(api: Pick<ContactApi, 'file'>, token: string, fileId: string): Promise<Blob> {
  const known = kept.get(fileId);
  if (known) return known;
  const fetching = api.file(token, fileId);
  kept.set(fileId, fetching);
  fetching.catch(() => { kept.delete(fileId); });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return fetching;
}
