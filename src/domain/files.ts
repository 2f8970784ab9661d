/** Files that may be sent along: images, PDF and plain text; nothing that a program would run or a page would draw. */

export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** So many files may wait for a message of their sender; they are forgotten after a day. */
export const MAX_LOOSE_FILES = 20;
export const LOOSE_FILE_MS = 24 * 60 * 60 * 1000;

/** Phones take pictures of 50 megapixels; a small file can hold many more, and would fill the memory. */
export const MAX_PIXELS = 50_000_000;

interface FileTypeRow {
  /** What a name may end with; a name that ends otherwise gets the first. */
  readonly endings: readonly string[];
}

/** Media types by content. */
export const FILE_TYPES = {
  'image/png': { endings: ['png'] },
  'image/jpeg': { endings: ['jpg', 'jpeg'] },
  'image/webp': { endings: ['webp'] },
  'image/gif': { endings: ['gif'] },
  'image/heic': { endings: ['heic', 'heif'] },
  'application/pdf': { endings: ['pdf'] },
  'text/plain': { endings: ['txt', 'log', 'csv', 'md', 'json'] },
} as const satisfies Record<string, FileTypeRow>;

export type FileType = keyof typeof FILE_TYPES;

/** For people and for errors. */
export const ALLOWED_FILES = 'PNG, JPEG, WebP, GIF, HEIC, PDF or plain text in UTF-8';

const MAX_NAME_LENGTH = 200;
/** Control and format characters (bidi overrides among them), lone surrogates, line and paragraph separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A sender's name for a file, fit to be shown and saved: no path, nothing unseen, and an ending that
 * tells the truth, since `receipt.bat` would run where it is opened.
 */
export function cleanFileName(name: string, type: FileType): string {
  const { endings }: FileTypeRow = FILE_TYPES[type];
  const base = name.normalize('NFC').replace(UNSEEN, '').split(/[\\/]/).at(-1) ?? '';
  const plain = base.replace(/[<>:"|?*]/g, '_').replace(/\s+/g, ' ').replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.([^.]+)$/.exec(plain)?.[1]?.toLowerCase();
  const isTrue = ending !== undefined && endings.includes(ending);
  const stem = (isTrue ? plain.slice(0, -ending.length - 1) : plain) || 'file';
  const last = `.${isTrue ? ending : endings[0] ?? ''}`;
  return `${shorten(stem, MAX_NAME_LENGTH - last.length)}${last}`;
}

/** Never cuts a character of two code units in two. */
function shorten(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
