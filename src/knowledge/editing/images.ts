import { createHash } from 'node:crypto';
import { AppError } from '../../domain/errors.ts';
import type { ImageStore } from '../../ports.ts';

const ENDINGS: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp', 'image/gif': 'gif' };
const NAME_LENGTH = 32;

export interface Images {
  /** The same bytes have the same name. Rejects with AppError `invalid-input` (field `body`) where they are no image that every browser draws. */
  add(content: Uint8Array): Promise<{ readonly name: string; readonly type: string; readonly bytes: number }>;
}

/** Images that articles show. @param tellType the media type that the content has, whatever its sender calls it. */
export function createImages({ images, tellType }: { images: Pick<ImageStore, 'add'>; tellType: (content: Uint8Array) => Promise<string | undefined> }): Images {
  return {
    async add(content) {
      const type = content.byteLength === 0 ? undefined : await tellType(content);
      const ending = type === undefined ? undefined : ENDINGS[type];
      if (type === undefined || ending === undefined) throw new AppError('invalid-input', 'body: expected a PNG, JPEG, WebP or GIF image, told by its content', { field: 'body' });
      const name = `${createHash('sha256').update(content).digest('hex').slice(0, NAME_LENGTH)}.${ending}`;
      await images.add({ name, type, content });
      return { name, type, bytes: content.byteLength };
    },
  };
}
