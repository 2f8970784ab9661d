import type sharpModule from 'sharp';
import { MAX_PIXELS } from '../../domain/files.ts';
import type { CleanImage, Logger } from '../../ports.ts';

type Sharp = typeof sharpModule;

/** Each holds a picture's pixels for a moment. */
const AT_ONCE = 2;
const LONGEST_SECONDS = 15;
const QUALITY = 90;

/** Draws pictures anew with sharp. Where its binary is missing, and for HEIC, which it cannot draw, they stay as they came; the first is said once. */
export function createCleanImage({ logger, load: loadSharp = () => import('sharp') }: { logger: Pick<Logger, 'warn'>; load?: () => Promise<{ default: Sharp }> }): CleanImage {
  const take = createTurns(AT_ONCE);
  let loaded: Promise<Sharp | undefined> | undefined;
  const load = (): Promise<Sharp | undefined> => loaded ??= loadSharp().then(({ default: sharp }) => sharp, (error: unknown) => {
    logger.warn('pictures are kept as they came: sharp cannot be loaded', { error: String(error) });
    return undefined;
  });

  return async (content, type) => {
    const sharp = type === 'image/heic' ? undefined : await load();
    if (!sharp) return 'as-is';
    return take(async () => {
      // The first frame alone is read. What a broken file still shows is not guessed at.
      const image = sharp(content, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1, sequentialRead: true }).timeout({ seconds: LONGEST_SECONDS }).autoOrient();
      try {
        switch (type) {
          case 'image/jpeg': return { content: await image.jpeg({ quality: QUALITY }).toBuffer(), type };
          case 'image/webp': return { content: await image.webp({ quality: QUALITY }).toBuffer(), type };
          default: return { content: await image.png().toBuffer(), type: 'image/png' };
        }
      } catch {
        return 'unreadable';
      }
    });
  };
}

/** So many at once; the others wait for their turn. */
function createTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => { waiting.push(resolve); });
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
