import { createConnection } from 'node:net';
import { AppError } from '../../domain/errors.ts';
import type { Logger, ScanFile } from '../../ports.ts';

export interface ScannerSettings {
  readonly address: { readonly host: string; readonly port: number } | { readonly path: string };
  /** What becomes of files while the scanner gives no answer. */
  readonly whenDown: 'refuse' | 'accept';
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;
const CHUNK_BYTES = 64 * 1024;
/** Longer than any answer of clamd. */
const MOST_ANSWER_BYTES = 4_096;
const RETRY_SECONDS = 60;

/** ClamAV by its own protocol: `INSTREAM` of clamd(8), over TCP or a socket of the machine. */
export function createClamAv(settings: ScannerSettings, logger: Pick<Logger, 'warn'>): ScanFile {
  return async (content) => {
    try {
      return readAnswer(await askClamd(content, settings));
    } catch (cause) {
      logger.warn('a file could not be scanned', { whenDown: settings.whenDown, error: String(cause) });
      if (settings.whenDown === 'accept') return 'clean';
      throw new AppError('unavailable', 'files cannot be looked at for viruses right now; try again in a minute', { retryAfter: RETRY_SECONDS });
    }
  };
}

/** The answer without the zero that ends it. */
function askClamd(content: Uint8Array, { address, timeoutMs = TIMEOUT_MS }: ScannerSettings): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(address);
    const late = setTimeout(() => { socket.destroy(new Error(`clamd did not answer in ${timeoutMs} ms`)); }, timeoutMs);
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      for (const piece of inChunks(content)) socket.write(piece);
    });
    socket.on('data', (piece: string) => {
      answer += piece;
      if (answer.length > MOST_ANSWER_BYTES) socket.destroy(new Error('clamd answered too much'));
      else if (answer.includes('\0')) socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(late);
      const end = answer.indexOf('\0');
      if (end >= 0) resolve(answer.slice(0, end));
      else reject(new Error('clamd ended the connection without an answer'));
    });
  });
}

function* inChunks(content: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0');
  for (let at = 0; at < content.length; at += CHUNK_BYTES) {
    const chunk = content.subarray(at, at + CHUNK_BYTES);
    yield lengthOf(chunk.length);
    yield chunk;
  }
  yield lengthOf(0);
}

function lengthOf(bytes: number): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function readAnswer(answer: string): Awaited<ReturnType<ScanFile>> {
  if (/^stream: OK$/.test(answer)) return 'clean';
  const [, found] = /^stream: (.+) FOUND$/.exec(answer) ?? [];
  if (found !== undefined) return { found };
  throw new Error(`clamd answered ${JSON.stringify(answer.slice(0, 200))}`);
}
