import { createHash } from 'node:crypto';
import { ID_PATTERN } from '../../domain/documents/document-path.ts';
import { isLocale, LOCALE_TAGS, type Locale } from '../../domain/locales.ts';

const MAX_SLUG = 60;

/** The language by its tag, in whatever case and with `_` too; `zh-hans` and the like are not guessed. */
export function findLocale(text: string): Locale | undefined {
  const tag = text.trim().replaceAll('_', '-').toLowerCase();
  return LOCALE_TAGS.find((locale) => locale.toLowerCase() === tag) ?? regionless(tag);
}

/** `en-US` is English to us, and `pt` the Portuguese that is served; Chinese has to say which. */
function regionless(tag: string): Locale | undefined {
  const [language = '', ...rest] = tag.split('-');
  if (language === 'pt') return 'pt-BR';
  return rest.length <= 1 && isLocale(language) ? language : undefined;
}

/** The id that is given, made fit where letters and dashes do; of the title where none is given. Undefined where there is neither. */
export function makeId(given: string | undefined, title: string | undefined): string | undefined {
  if (given !== undefined) return slug(given) || given;
  if (title === undefined) return undefined;
  // A title in another script has no letters for an id, and must have the same one the next time.
  return slug(title) || `article-${createHash('sha256').update(title).digest('hex').slice(0, 8)}`;
}

function slug(text: string): string {
  if (ID_PATTERN.test(text)) return text;
  return text.normalize('NFKD').toLowerCase().replaceAll('ß', 'ss').replace(/\p{Mn}+/gu, '').replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-').slice(0, MAX_SLUG).replace(/^-+|-+$/g, '');
}
