import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { SAMPLE_FILES } from '../../../test/fixtures/sample-files.ts';
import { createRecordingLogger } from '../../../test/fakes/recording-logger.ts';
import { MAX_PIXELS } from '../../domain/files.ts';
import { createCleanImage } from './clean-image.ts';

const clean = createCleanImage({ logger: createRecordingLogger() });
const picture = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#c33' } });
const PAYLOAD = '<script>alert(1)</script><?php system($_GET[0]);';

async function draw(content: Uint8Array, type: Parameters<typeof clean>[1]) {
  const drawn = await clean(content, type);
  if (typeof drawn === 'string') throw new Error(`it is ${drawn}`);
  return { ...drawn, ...await sharp(drawn.content).metadata() };
}

describe('a picture that somebody sends', () => {
  it.each([['image/jpeg', 'jpeg'], ['image/png', 'png'], ['image/webp', 'webp']] as const)('is drawn anew as %s, without what else was in the file', async (type, format) => {
    const taken = await picture().withExif({ IFD0: { Copyright: PAYLOAD, Software: 'a phone' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } }).toFormat(format).toBuffer();
    const drawn = await draw(Buffer.concat([taken, Buffer.from(PAYLOAD)]), type);
    expect(drawn).toMatchObject({ type, format, width: 40, height: 20 });
    expect(drawn.exif).toBeUndefined();
    expect(Buffer.from(drawn.content).includes('script')).toBe(false);
  });

  it('is turned as the camera was held, since nothing says so afterwards', async () => {
    const { width, height } = await draw(await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer(), 'image/jpeg');
    expect([width, height]).toEqual([20, 40]);
  });

  it('is its first frame where it moves', async () => {
    const frames = await sharp({ create: { width: 10, height: 30, channels: 4, background: '#0f0', pageHeight: 10 } }).gif().toBuffer();
    expect(await draw(frames, 'image/gif')).toMatchObject({ type: 'image/png', format: 'png', width: 10, height: 10 });
    expect(await draw(SAMPLE_FILES.gif, 'image/gif')).toMatchObject({ format: 'png', width: 1, height: 1 });
  });

  it('is refused where it has more pixels than memory should hold, however small the file', async () => {
    const side = Math.ceil(Math.sqrt(MAX_PIXELS)) + 1;
    const bomb = pngOf(side, side);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await clean(bomb, 'image/png')).toBe('unreadable');
    expect(await clean(pngOf(65_000, 65_000, 10), 'image/png')).toBe('unreadable');
  });

  it.each([['cut off', SAMPLE_FILES.jpeg, 'image/jpeg'], ['another kind', SAMPLE_FILES.pdf, 'image/png'], ['nothing', new Uint8Array([0xff, 0xd8, 0xff]), 'image/jpeg']] as const)('is refused where it is %s', async (_what, content, type) => {
    expect(await clean(content, type)).toBe('unreadable');
  });

  it('stays as it came where sharp is missing, which is said once', async () => {
    const logger = createRecordingLogger();
    const without = createCleanImage({ logger, load: () => Promise.reject(new Error('no binary for this platform')) });
    expect(await Promise.all([without(SAMPLE_FILES.png, 'image/png'), without(SAMPLE_FILES.gif, 'image/gif')])).toEqual(['as-is', 'as-is']);
    expect(logger.lines).toHaveLength(1);
  });

  it('stays as it came where it cannot be drawn here', async () => {
    expect(await clean(SAMPLE_FILES.heic, 'image/heic')).toBe('as-is');
  });
});

/** A PNG of one colour. @param rows how many of its rows are there. */
function pngOf(width: number, height: number, rows = height): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const chunk = (type: string, data: Buffer): Buffer => {
    const typed = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(typed));
    return Buffer.concat([length, typed, sum]);
  };
  const data = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
