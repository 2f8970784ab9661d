import type { UploadedFile } from '../state/enclosed.ts';
import { RequestError } from '../../staff/connection/request.ts';
import type { UploadFile } from './upload-file.ts';

/** A file on its way to the server, or one that did not get there. */
export interface Upload {
  readonly key: string;
  readonly conversationId: string;
  readonly file: File;
  /** 0 to 1. */
  readonly share: number;
  /** Why it is not there; null while it is on its way. */
  readonly problem: string | null;
}

/** Files on their way, of every conversation: going to another one stops none of them. */
export interface Uploads {
  /** The same list until something changes. */
  list(): readonly Upload[];
  subscribe(listener: () => void): () => void;
  start(conversationId: string, files: readonly File[]): void;
  retry(key: string): void;
  /** Stops it, or forgets that it failed. */
  remove(key: string): void;
}

/** `MAX_FILE_BYTES` of domain/files.ts is the server's; who is told at once need not wait for ten megabytes. */
export const LARGEST_FILE_BYTES = 10 * 1024 * 1024;

export function createUploads({ upload, onDone }: { upload: UploadFile; onDone: (conversationId: string, file: UploadedFile) => void }): Uploads {
  const listeners = new Set<() => void>();
  const stops = new Map<string, AbortController>();
  let uploads: readonly Upload[] = [];
  let keys = 0;

  function set(changed: readonly Upload[]): void {
    uploads = changed;
    for (const listener of [...listeners]) listener();
  }
  const change = (key: string, made: Partial<Upload>): void => { set(uploads.map((one) => (one.key === key ? { ...one, ...made } : one))); };
  const drop = (key: string): void => { set(uploads.filter((one) => one.key !== key)); };

  async function run({ key, conversationId, file }: Upload): Promise<void> {
    const stop = new AbortController();
    stops.set(key, stop);
    try {
      const uploaded = await upload(file, { signal: stop.signal, onProgress: (share) => { change(key, { share }); } });
      if (stop.signal.aborted) return;
      drop(key);
      onDone(conversationId, uploaded);
    } catch (error) {
      if (!stop.signal.aborted) change(key, { problem: error instanceof RequestError ? error.code : 'internal' });
    }
  }

  return {
    list: () => uploads,
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    start(conversationId, files) {
      const started = files.map((file): Upload => ({
        key: `upload-${++keys}`, conversationId, file, share: 0,
        problem: file.size === 0 ? 'empty' : file.size > LARGEST_FILE_BYTES ? 'too-large' : null,
      }));
      set([...uploads, ...started]);
      for (const one of started) if (one.problem === null) void run(one);
    },
    retry(key) {
      const found = uploads.find((one) => one.key === key);
      if (!found) return;
      change(key, { share: 0, problem: null });
      void run(found);
    },
    remove(key) {
      stops.get(key)?.abort();
      stops.delete(key);
      drop(key);
    },
  };
}
