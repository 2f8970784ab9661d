import type { ImportError, ImportRow } from './import-row.ts';

/** What other systems call the fields of an article, in lower case without blanks, dashes and underscores. */
const NAMES: Readonly<Record<string, Field>> = {
  id: 'id', slug: 'id', articleid: 'id', key: 'id',
  locale: 'locale', language: 'locale', lang: 'locale',
  title: 'title', name: 'title', question: 'title', subject: 'title',
  summary: 'summary', description: 'summary', excerpt: 'summary',
  category: 'category', section: 'category', folder: 'category',
  phrasings: 'phrasings', questions: 'phrasings', keywords: 'phrasings',
  calmphrasings: 'calmPhrasings',
  body: 'body', content: 'body', text: 'body', answer: 'body', html: 'body',
};
type Field = 'id' | 'locale' | 'title' | 'summary' | 'category' | 'phrasings' | 'calmPhrasings' | 'body';

export const FIELD_NAMES = 'id, locale, title, summary, category, phrasings, body';

export function fieldNamed(name: string): Field | undefined {
  const key = name.toLowerCase().replace(/[\s_-]+/g, '');
  return Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
}

/** A cell holds several phrasings in lines, or between bars. */
function splitList(text: string): string[] {
  return text.split(/\r?\n|\|/).map((one) => one.trim()).filter((one) => one !== '');
}

/**
 * An article from fields by whatever name. Fields that nobody knows are passed over: exports have many.
 * @param values text, numbers, or lists of text for phrasings; null is as good as left out.
 */
export function readFields(values: Readonly<Record<string, unknown>>, place: { readonly file: string; readonly row: number; readonly line: number | null }): { readonly row?: ImportRow; readonly errors: ImportError[] } {
  const errors: ImportError[] = [];
  const texts: Partial<Record<Field, string>> = {};
  const lists: Partial<Record<Field, string[]>> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = fieldNamed(name);
    if (field === undefined || value === null || value === undefined || value === '') continue;
    const isList = field === 'phrasings' || field === 'calmPhrasings';
    if (isList && Array.isArray(value) && value.every((one) => typeof one === 'string')) lists[field] = value.map((one) => one.trim()).filter((one) => one !== '');
    else if (typeof value === 'string' && isList) lists[field] = splitList(value);
    else if (typeof value === 'string') texts[field] ??= value;
    else if (typeof value === 'number' && field === 'id') texts.id ??= String(value);
    else errors.push({ ...place, field: name, code: 'not-text', values: {}, problem: `is ${Array.isArray(value) ? 'a list' : `a ${typeof value}`}`, expected: isList ? 'text, or a list of texts' : 'text' });
  }
  if (errors.length > 0) return { errors };
  const trimmed = (field: Field): string | undefined => texts[field]?.trim() || undefined;
  return {
    errors,
    row: {
      ...place, id: trimmed('id'), locale: trimmed('locale'), title: trimmed('title'), summary: trimmed('summary'), category: trimmed('category'),
      phrasings: lists.phrasings ?? [], calmPhrasings: lists.calmPhrasings ?? [], body: texts.body ?? '', mayBeHtml: true,
    },
  };
}
