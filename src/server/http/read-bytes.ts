import type { IncomingMessage } from 'node:http';
import { AppError } from '../../domain/errors.ts';

/** What all bodies that are being read may hold at once; what would go beyond is asked to come later. */
const BUDGET = 256 * 1024 * 1024;

/** Who was refused and still does not come to an end is cut off after this; the answer has long been read. */
const LINGER_MS = 5_000;

export type ReadBytes = (request: IncomingMessage, limit: number) => Promise<Buffer>;

/**
 * Reads a body that is not JSON, whole. Rejects with AppError `too-large` as soon as that is known;
 * what still comes is thrown away, as much again, so that the sender gets to read the answer, and then
 * the connection is cut.
 */
export function createReadBytes(budget = BUDGET): ReadBytes {
  let held = 0;
  return function readBytes(request, limit) {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      let size = 0;
      let over = false;

      function letGo(): void {
        held -= chunks.reduce((sum, { length }) => sum + length, 0);
        chunks.length = 0;
      }
      function refuse(error: AppError): void {
        over = true;
        letGo();
        if (!request.complete) setTimeout(() => { if (!request.complete) request.destroy(); }, LINGER_MS).unref();
        reject(error);
      }

      request.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (over) {
          if (size > 2 * limit) request.destroy();
          return;
        }
        if (size > limit) { refuse(tooLarge(limit)); return; }
        if (held + chunk.length > budget) { refuse(new AppError('unavailable', 'too many files arrive at once; try again in a moment')); return; }
        chunks.push(chunk);
        held += chunk.length;
      });
      request.on('end', () => {
        if (over) return;
        const body = Buffer.concat(chunks);
        letGo();
        resolve(body);
      });
      request.on('close', () => { if (!request.complete) refuse(new AppError('invalid-input', 'body: it broke off before its end', { field: 'body' })); });
      if (Number(request.headers['content-length'] ?? 0) > limit) refuse(tooLarge(limit));
    });
  };
}

function tooLarge(limit: number): AppError {
  return new AppError('too-large', `body: expected at most ${limit} bytes`, { field: 'body' });
}
