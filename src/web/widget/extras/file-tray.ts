import { ApiError } from '../connection/api-error.ts';
import type { TrayFile } from '../connection/client-state.ts';
import type { SentFile } from '../conversation/conversation-view.ts';
import type { Uploading } from './upload-file.ts';

/** As the domain has them (domain/files.ts, domain/events.ts); a test compares. */
export const MOST_FILES = 5;
export const LARGEST_FILE = 10 * 1024 * 1024;
/** For the picker; the server tells by the content what a file is. */
export const TAKEN_TYPES = 'image/png,image/jpeg,image/webp,image/gif,image/heic,image/heif,application/pdf,text/plain,.log,.csv';

export interface FileTray {
  add(files: readonly File[]): void;
  /** Takes one away, and with it what is under way. */
  remove(key: string): void;
  retry(key: string): void;
}

export interface FileTrayOptions {
  readonly files: () => readonly TrayFile[];
  readonly change: (change: (files: readonly TrayFile[]) => readonly TrayFile[]) => void;
  readonly upload: (file: File, onProgress: (share: number) => void) => Uploading;
  readonly createId: () => string;
}

/** Files on their way to the desk, before a message carries them. Each is sent as soon as it is here, and why one cannot be is said beside it. */
export function createFileTray({ files: inTray, change, upload, createId }: FileTrayOptions): FileTray {
  const underWay = new Map<string, Uploading>();

  function update(key: string, changes: Partial<TrayFile>): void {
    change((files) => files.map((file) => (file.key === key ? { ...file, ...changes } : file)));
  }

  function begin({ key, file }: TrayFile): void {
    const uploading = upload(file, (progress) => { update(key, { progress }); });
    underWay.set(key, uploading);
    uploading.done.then(
      (kept: SentFile) => { update(key, { kept, progress: 1 }); },
      (error: unknown) => { update(key, { problem: problemOf(error) }); },
    ).finally(() => { underWay.delete(key); });
  }

  return {
    add(chosen) {
      const before = inTray().length;
      const entries = chosen.map((file, i) => withProblem({ key: createId(), file, progress: 0 }, before + i));
      change((files) => [...files, ...entries]);
      for (const entry of entries) if (!entry.problem) begin(entry);
    },
    remove(key) {
      change((files) => files.filter((file) => file.key !== key));
      underWay.get(key)?.cancel();
    },
    retry(key) {
      const failed = inTray().find((file) => file.key === key);
      if (!failed) return;
      const again: TrayFile = { key, file: failed.file, progress: 0 };
      change((files) => files.map((file) => (file.key === key ? again : file)));
      begin(again);
    },
  };
}

function withProblem(entry: TrayFile, before: number): TrayFile {
  const problem = before >= MOST_FILES ? 'fileTooMany' : entry.file.size > LARGEST_FILE ? 'fileTooLarge' : entry.file.size === 0 ? 'fileEmpty' : undefined;
  return problem ? { ...entry, problem } : entry;
}

/** Only what another attempt may mend is offered one. */
export function isWorthAnother(problem: string): boolean {
  return problem === 'fileFailed';
}

function problemOf(error: unknown): string {
  if (!(error instanceof ApiError)) return 'fileFailed';
  return error.code === 'too-large' ? 'fileTooLarge' : error.code === 'invalid-input' ? 'fileRefused' : 'fileFailed';
}
