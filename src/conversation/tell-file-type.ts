import { isUtf8 } from 'node:buffer';
import { fileTypeFromBuffer } from 'file-type';
import { FILE_TYPES, type FileType } from '../domain/files.ts';

/** Types that are another of ours by a different name. */
const ALIASES: Readonly<Record<string, FileType>> = { 'image/apng': 'image/png', 'image/heif': 'image/heic' };

/**
 * What browsers take for a page or a drawing with script in it: the patterns of
 * https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type and SVG.
 */
const MARKUP = /^\s*<(!doctype|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|svg|\?xml|!--)(?=[\s>:/-]|$)/i;
/** Bytes in which markup is looked for; a front of white space that is longer hides nothing from a browser that is told the type. */
const BEGINNING = 64 * 1024;
/** Tab, line feed, form feed, carriage return and escape: the control characters that texts have. */
const TEXT_CONTROLS: readonly number[] = [9, 10, 12, 13, 27];

/** The media type that the content has, whatever its sender calls it; undefined where it is none that may be sent. */
export async function tellFileType(content: Uint8Array): Promise<FileType | undefined> {
  const told = await fileTypeFromBuffer(content).catch(() => undefined);
  const type = told && (ALIASES[told.mime] ?? told.mime);
  if (type !== undefined && type !== 'text/plain' && Object.hasOwn(FILE_TYPES, type)) return type as FileType;
  // Two letters at its beginning make a text look like a bitmap or a program ("BM", "MZ"), so text is told by all of it.
  return isPlainText(content) ? 'text/plain' : undefined;
}

function isPlainText(content: Uint8Array): boolean {
  if (hasOtherControls(content) || !isUtf8(content)) return false;
  return !MARKUP.test(new TextDecoder('utf-8').decode(content.subarray(0, BEGINNING)));
}

/** A loop, since ten million calls of a function would hold everybody up. */
function hasOtherControls(content: Uint8Array): boolean {
  for (const byte of content) if (byte < 32 && !TEXT_CONTROLS.includes(byte)) return true;
  return false;
}
