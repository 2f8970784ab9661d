import type { Attachment, Citation, Original } from '../../../domain/events.ts';

/** A file that was uploaded and that no message carries yet. */
export type UploadedFile = Omit<Attachment, 'sha256'>;

/** What goes along with the words of a reply or a note. */
export interface Enclosed {
  /** What the agent wrote, where the text is a machine's translation of it. */
  readonly original?: Original | undefined;
  /** Articles, shown as cards under the reply. */
  readonly citations?: readonly Citation[] | undefined;
  readonly attachments?: readonly UploadedFile[] | undefined;
  /** Ids of the colleagues whom a note calls. */
  readonly mentions?: readonly string[] | undefined;
  /** Of a note: said by who oversees to who has the conversation. */
  readonly whisper?: true | undefined;
}

/** `MAX_ATTACHMENTS` of domain/events.ts, whose schemas stay out of the bundle; as many cards fit. */
export const MOST_ENCLOSED = 5;

/** Only what is there, so that no key stands for nothing. */
export function pickEnclosed({ original, citations = [], attachments = [], mentions = [], whisper }: Enclosed): Enclosed {
  return {
    ...(original && { original }), ...(citations.length > 0 && { citations }), ...(attachments.length > 0 && { attachments }),
    ...(mentions.length > 0 && { mentions }), ...(whisper && { whisper }),
  };
}

type Stored = Readonly<Record<string, unknown>>;

const hasTexts = (value: unknown, ...names: readonly string[]): value is Stored =>
  typeof value === 'object' && value !== null && names.every((name) => typeof (value as Stored)[name] === 'string');
export const isOriginal = (value: unknown): value is Original => hasTexts(value, 'locale', 'text');
export const isCitation = (value: unknown): value is Citation => hasTexts(value, 'articleId', 'locale', 'revision', 'title');
export const isUploadedFile = (value: unknown): value is UploadedFile => hasTexts(value, 'id', 'name', 'type') && typeof value['bytes'] === 'number';

/** Of a list that was stored, what is what it should be. */
export function keepOnly<T>(list: unknown, isOne: (value: unknown) => value is T): T[] {
  return Array.isArray(list) ? list.filter(isOne) : [];
}

/** What stands for an enclosure without words, as the widget writes it too: a message has a text, also for who reads it aloud. */
export function nameEnclosed({ attachments = [], citations = [] }: Enclosed): string {
  return [...attachments.map(({ name }) => name), ...citations.map(({ title }) => title)].join(', ');
}
