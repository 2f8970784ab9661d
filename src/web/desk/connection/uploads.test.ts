import { describe, expect, it } from '@jest/globals';
import type { UploadedFile } from '../state/enclosed.ts';
import { RequestError } from '../../staff/connection/request.ts';
import type { UploadFile } from './upload-file.ts';
import { createUploads, LARGEST_FILE_BYTES } from './uploads.ts';

const picture = new File(['bytes'], 'receipt.png', { type: 'image/png' });
const kept: UploadedFile = { id: 'f1', name: 'receipt.png', type: 'image/png', bytes: 5 };

/** Uploads over a network that the test drives. */
function setUp() {
  const done: [string, UploadedFile][] = [];
  const calls: { options: Parameters<UploadFile>[1]; resolve: (file: UploadedFile) => void; reject: (error: Error) => void }[] = [];
  const uploads = createUploads({
    upload: (_file, options) => new Promise((resolve, reject) => { calls.push({ options, resolve, reject }); }),
    onDone: (conversationId, file) => { done.push([conversationId, file]); },
  });
  return { uploads, calls, done };
}

describe('uploads', () => {
  it('tell how far a file is, and hand it over when it is there', async () => {
    const { uploads, calls, done } = setUp();
    uploads.start('c1', [picture]);
    calls[0]?.options.onProgress(0.4);
    expect(uploads.list()).toMatchObject([{ conversationId: 'c1', share: 0.4, problem: null }]);
    calls[0]?.resolve(kept);
    await Promise.resolve();
    expect(done).toEqual([['c1', kept]]);
    expect(uploads.list()).toEqual([]);
  });

  it('keep a file that failed, with the reason, until it is tried again or removed', async () => {
    const { uploads, calls } = setUp();
    uploads.start('c1', [picture]);
    calls[0]?.reject(new RequestError('offline', 'gone'));
    await Promise.resolve();
    await Promise.resolve();
    expect(uploads.list()).toMatchObject([{ problem: 'offline' }]);
    uploads.retry(uploads.list()[0]?.key ?? '');
    expect(calls).toHaveLength(2);
    expect(uploads.list()).toMatchObject([{ problem: null, share: 0 }]);
    uploads.remove(uploads.list()[0]?.key ?? '');
    expect(calls[1]?.options.signal.aborted).toBe(true);
    expect(uploads.list()).toEqual([]);
  });

  it('send nothing that is empty or too large', () => {
    const { uploads, calls } = setUp();
    const large = Object.defineProperty(new File([], 'film.mp4'), 'size', { value: LARGEST_FILE_BYTES + 1 });
    uploads.start('c1', [new File([], 'nothing.txt'), large]);
    expect(calls).toHaveLength(0);
    expect(uploads.list()).toMatchObject([{ problem: 'empty' }, { problem: 'too-large' }]);
  });

  it('hand nothing over that was removed meanwhile', async () => {
    const { uploads, calls, done } = setUp();
    uploads.start('c1', [picture]);
    uploads.remove(uploads.list()[0]?.key ?? '');
    calls[0]?.resolve(kept);
    await Promise.resolve();
    expect(done).toEqual([]);
  });
});
