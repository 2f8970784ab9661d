import type { RawData, WebSocket } from 'ws';
import type { z } from 'zod';
import { AppError } from '../../domain/errors.ts';
import type { Logger } from '../../ports.ts';
import { MAX_FRAME_BYTES } from '../../protocol/contact.ts';
import { parseInput, parseJson } from '../../protocol/parse.ts';
import { describeError, toWireError } from '../http/error-response.ts';

/** Close codes: of our own (4000–4999 are free for applications, RFC 6455 §7.4.2), and 1011 for a mistake on our side. */
export const CLOSE_CODES = {
  internal: 1011,
  unauthenticated: 4001,
  forbidden: 4003,
  /** Come back at once: news may have been missed. */
  resync: 4012,
  slowReader: 4008,
  tooManyFrames: 4029,
} as const;

/** A reader that has this much unread is cut off; it resumes from its cursor when it comes back. */
const MAX_BUFFERED_BYTES = 1024 * 1024;
/** Frames of one connection that wait to be worked on. */
const MAX_WAITING_FRAMES = 100;
/** A peer that does not read does not answer a close either; after this it is cut off. */
const CLOSE_GRACE_MS = 2_000;

export interface Connection {
  /**
   * Sends a frame; one that was serialised already may be given as text, or as its bytes in UTF-8. Resolves
   * when it has left for the network (or never will), so that whoever sends much can wait for a slow line.
   */
  send(frame: object | string | Buffer): Promise<void>;
  close(code: number, reason: string): void;
}

/**
 * A WebSocket that speaks frames of one schema. Frames are worked on one after the other, in order.
 * A frame that cannot be understood, or fails, is answered with an error and the connection lives on.
 */
export function openConnection<S extends z.ZodType>(socket: WebSocket, { schema, onFrame, onClose, logger }: {
  schema: S;
  onFrame: (frame: z.infer<S>) => Promise<void> | void;
  onClose: () => void;
  logger: Logger;
}): Connection {
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();

  function send(frame: object | string | Buffer): Promise<void> {
    if (socket.readyState !== socket.OPEN) return Promise.resolve();
    if (socket.bufferedAmount > MAX_BUFFERED_BYTES) {
      logger.warn('a slow reader was disconnected', { bufferedBytes: socket.bufferedAmount });
      close(CLOSE_CODES.slowReader, 'slow-reader');
      return Promise.resolve();
    }
    const data = typeof frame === 'string' || Buffer.isBuffer(frame) ? frame : JSON.stringify(frame);
    return new Promise((resolve) => { socket.send(data, { binary: false }, () => { resolve(); }); });
  }

  function close(code: number, reason: string): void {
    socket.close(code, reason);
    setTimeout(() => { socket.terminate(); }, CLOSE_GRACE_MS).unref();
  }

  async function work(data: RawData, isBinary: boolean): Promise<void> {
    let given: unknown;
    try {
      given = readFrame(data, isBinary);
      await onFrame(parseInput(schema, given));
    } catch (error) {
      const { body, unexpected } = toWireError(error);
      if (unexpected) logger.error('a frame failed', { ...conversationIn(given), error: describeError(error) });
      void send({ type: 'error', ...body, ...idOf(given) });
    } finally {
      waiting -= 1;
    }
  }

  socket.on('message', (data, isBinary) => {
    waiting += 1;
    if (waiting > MAX_WAITING_FRAMES) {
      close(CLOSE_CODES.tooManyFrames, 'too-many-frames');
      return;
    }
    last = last.then(() => work(data, isBinary));
  });
  socket.on('close', onClose);
  return { send, close };
}

function readFrame(data: RawData, isBinary: boolean): unknown {
  if (isBinary) throw new AppError('not-json', 'expected a text frame with a JSON object');
  const bytes = data as Buffer;
  if (bytes.length > MAX_FRAME_BYTES) throw new AppError('too-large', `a frame may have ${MAX_FRAME_BYTES} bytes, this one has ${bytes.length}`);
  return parseJson(bytes.toString('utf8'));
}

/** For the log; a frame that was never read may have anything there. */
function conversationIn(frame: unknown): { conversationId?: string } {
  return typeof frame === 'object' && frame !== null && 'conversationId' in frame && typeof frame.conversationId === 'string' && /^[\w-]{1,64}$/.test(frame.conversationId) ? { conversationId: frame.conversationId } : {};
}

function idOf(frame: unknown): { id?: string } {
  return typeof frame === 'object' && frame !== null && 'id' in frame && typeof frame.id === 'string' ? { id: frame.id.slice(0, 64) } : {};
}
