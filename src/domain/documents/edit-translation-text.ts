import { editYamlText, readYamlFields } from './edit-yaml-text.ts';

/** What an editor sees of `articles/<id>/<locale>.md`. */
export interface TranslationFields {
  readonly title: string;
  readonly summary: string;
  readonly phrasings: readonly string[];
  readonly calmPhrasings: readonly string[];
  /** Everything behind the front matter, byte for byte. */
  readonly body: string;
}

const FRONT_MATTER = /^(\uFEFF?---\r?\n)([\s\S]*?)(\r?\n---[ \t]*(?:\r?\n|$))/;
const ORDER = ['title', 'summary', 'phrasings', 'calmPhrasings'];

/** The fields of a translation's file; undefined where its front matter cannot be read. */
export function readTranslationText(text: string): TranslationFields | undefined {
  const match = FRONT_MATTER.exec(text);
  const fields = match && readYamlFields(match[2] ?? '');
  if (!match || !fields) return undefined;
  const word = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  const list = (name: string): readonly string[] => (Array.isArray(fields[name]) ? fields[name] as readonly string[] : []);
  return { title: word('title'), summary: word('summary'), phrasings: list('phrasings'), calmPhrasings: list('calmPhrasings'), body: text.slice(match[0].length) };
}

/**
 * Changes the named fields and leaves every other byte of the file as it was. An empty list of
 * phrasings stays a list, as the file must have one; empty calm phrasings go.
 * @returns undefined where its front matter cannot be read.
 */
export function editTranslationText(text: string, changes: Partial<TranslationFields>): string | undefined {
  const match = FRONT_MATTER.exec(text);
  if (!match) return undefined;
  const [whole, open = '', front = '', close = ''] = match;
  const { body, phrasings, ...others } = changes;
  const newline = open.endsWith('\r\n') ? '\r\n' : '\n';
  // The last line's end belongs to the closing mark; fields are edited as whole lines.
  let edited = editYamlText(`${front}${newline}`, { ...others, ...(phrasings ? { phrasings } : {}) }, ORDER);
  if (edited !== undefined && phrasings?.length === 0) edited = withEmptyList(edited, newline);
  if (edited === undefined) return undefined;
  return open + edited.replace(/\r?\n$/, '') + close + (body ?? text.slice(whole.length));
}

function withEmptyList(front: string, newline: string): string {
  if (/^phrasings:/m.test(front)) return front;
  const line = `phrasings: []${newline}`;
  const calm = front.search(/^calmPhrasings:/m);
  return calm === -1 ? front + line : front.slice(0, calm) + line + front.slice(calm);
}

/** A translation's file with nothing in it yet but its fields. */
export function newTranslationText(fields: TranslationFields): string {
  const empty = `---\ntitle: ""\nsummary: ""\nphrasings: []\n---\n`;
  return editTranslationText(empty, fields) ?? empty;
}
