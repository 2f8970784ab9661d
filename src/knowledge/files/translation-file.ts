import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Translation } from '../../domain/article.ts';
import type { Locale } from '../../domain/locales.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Parsed } from './parsed-file.ts';

/** Longest phrasing that is kept, in characters: a contact's long story, not an essay. */
const MAX_PHRASING_LENGTH = 600;

/** One question as a contact would type it. */
export const phrasingSchema = z.string().trim().min(1).max(MAX_PHRASING_LENGTH);

const frontMatterSchema = z.strictObject({
  title: z.string().trim().min(1).max(160),
  summary: z.string().trim().min(1).max(400),
  phrasings: z.array(phrasingSchema),
  calmPhrasings: z.array(phrasingSchema).default([]),
});

const FRONT_MATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Parses `articles/<articleId>/<locale>.md`: front matter, then the body in Markdown. */
export function parseTranslationFile(text: string, file: string, articleId: string, locale: Locale): Parsed<Translation> {
  const match = FRONT_MATTER.exec(text);
  if (!match) {
    const problem = { file, line: 1, field: 'front matter', code: 'front-matter' as const, values: {}, problem: 'is missing', expected: 'the file to begin with front matter between two lines of ---' };
    return { ok: false, problems: [problem] };
  }
  const [whole, frontMatter = ''] = match;
  const result = parseYaml(frontMatter, file, frontMatterSchema, 2);
  if (!result.ok) return result;
  const { value, lineOf } = result.parsed;
  const body = text.slice(whole.length);
  const bodyLine = whole.split('\n').length + (/^\s*\n/.exec(body)?.[0].split('\n').length ?? 1) - 1;
  const translation = { articleId, locale, revision: revisionOf(text), ...value, body: body.replaceAll('\r\n', '\n').trim() };
  return { ok: true, parsed: { file, value: translation, lineOf: (field) => bodyLineOf(field, bodyLine) ?? lineOf(field) } };
}

/** `body` is the body's first line, `body.4` its fifth. */
function bodyLineOf(field: string, bodyLine: number): number | undefined {
  const match = /^body(?:\.(\d+))?$/.exec(field);
  return match ? bodyLine + Number(match[1] ?? 0) : undefined;
}

/** Names exactly these words: the first 16 hex digits of the file's SHA-256. */
export function revisionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
