import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_ATTACHMENTS } from '../../../domain/events.ts';
import { FILE_TYPES, MAX_FILE_BYTES } from '../../../domain/files.ts';
import { ApiError } from '../connection/api-error.ts';
import type { TrayFile } from '../connection/client-state.ts';
import type { SentFile } from '../conversation/conversation-view.ts';
import { createFileTray, isWorthAnother, LARGEST_FILE, MOST_FILES, TAKEN_TYPES } from './file-tray.ts';

const fileOf = (name: string, size = 10): File => ({ name, size, type: 'image/png' }) as File;
const keptAs = (name: string): SentFile => ({ id: `id of ${name}`, name, type: 'image/png', bytes: 10 });

function setUp() {
  let files: readonly TrayFile[] = [];
  let count = 0;
  const uploads: { name: string; done: (kept: SentFile) => void; fail: (error: unknown) => void; tell: (share: number) => void; cancelled: boolean }[] = [];
  const tray = createFileTray({
    files: () => files, change(change) { files = change(files); }, createId: () => `key ${count += 1}`,
    upload(file, onProgress) {
      let finish = { done: (_kept: SentFile): void => {}, fail: (_error: unknown): void => {} };
      const done = new Promise<SentFile>((resolve, reject) => { finish = { done: resolve, fail: reject }; });
      const upload = { name: file.name, ...finish, tell: onProgress, cancelled: false };
      uploads.push(upload);
      return { done, cancel() { upload.cancelled = true; upload.fail(new Error('cancelled')); } };
    },
  });
  return { tray, uploads, files: () => files, settle: () => new Promise((resolve) => { setImmediate(resolve); }) };
}

describe('the files beside the text that is being written', () => {
  it('takes what the desk takes', () => {
    expect(MOST_FILES).toBe(MAX_ATTACHMENTS);
    expect(LARGEST_FILE).toBe(MAX_FILE_BYTES);
    for (const type of Object.keys(FILE_TYPES)) expect(TAKEN_TYPES.split(',')).toContain(type);
  });

  it('sends each at once, tells how far it is, and what the desk made of it', async () => {
    const { tray, uploads, files, settle } = setUp();
    tray.add([fileOf('a.png'), fileOf('b.png')]);
    expect(uploads.map(({ name }) => name)).toEqual(['a.png', 'b.png']);
    uploads[0]?.tell(0.5);
    expect(files().map(({ progress }) => progress)).toEqual([0.5, 0]);
    uploads[0]?.done(keptAs('a.png'));
    await settle();
    expect(files().map(({ kept }) => kept?.id)).toEqual(['id of a.png', undefined]);
  });

  it('says of each why it cannot be sent, and sends none of those', async () => {
    const { tray, uploads, files, settle } = setUp();
    tray.add([fileOf('empty', 0), fileOf('large', LARGEST_FILE + 1), fileOf('whole', LARGEST_FILE)]);
    tray.add([fileOf('d'), fileOf('e'), fileOf('f')]);
    expect(files().map(({ problem }) => problem)).toEqual(['fileEmpty', 'fileTooLarge', undefined, undefined, undefined, 'fileTooMany']);
    for (const [upload, error] of [[uploads[0], new ApiError(400, 'invalid-input')], [uploads[1], new ApiError(413, 'too-large')], [uploads[2], new Error('offline')]] as const) upload?.fail(error);
    await settle();
    const problems = files().slice(2, 5).map(({ problem = '' }) => problem);
    expect(problems).toEqual(['fileRefused', 'fileTooLarge', 'fileFailed']);
    expect(problems.map(isWorthAnother)).toEqual([false, false, true]);
  });

  it('tries again what was broken off, and ends what is taken away', async () => {
    const { tray, uploads, files, settle } = setUp();
    tray.add([fileOf('a.png')]);
    uploads[0]?.fail(new Error('offline'));
    await settle();
    tray.retry(files()[0]?.key ?? '');
    expect(files()[0]).toMatchObject({ progress: 0 });
    expect(files()[0]?.problem).toBeUndefined();
    tray.remove(files()[0]?.key ?? '');
    await settle();
    expect([files().length, uploads.map(({ cancelled }) => cancelled)]).toEqual([0, [false, true]]);
  });

  it('never has more on the way than may go along, whatever is added', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.integer({ min: 0, max: LARGEST_FILE * 2 }), { maxLength: 8 }), { maxLength: 5 }), (rounds) => {
      const { tray, uploads, files } = setUp();
      for (const sizes of rounds) tray.add(sizes.map((size, i) => fileOf(`f${i}`, size)));
      expect(uploads.length).toBeLessThanOrEqual(MOST_FILES);
      expect(files().filter(({ problem }) => problem === undefined)).toHaveLength(uploads.length);
    }));
  });
});
