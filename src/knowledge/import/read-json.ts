import { unreadable, type ImportError, type ImportRow, type ReadFile } from './import-row.ts';
import { readFields } from './read-fields.ts';

/** A list of articles, or `{ articles: [...] }`; an article may have `translations` by language. */
export function readJson(text: string, file: string): ReadFile {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line] = /line (\d+)/.exec(message) ?? [];
    const [problem = ''] = message.split('\n');
    return unreadable(file, { code: 'json', values: { message: problem }, problem: `is no JSON: ${problem}`, expected: 'a list of articles', line: line === undefined ? null : Number(line) });
  }
  const list = isRecord(data) && 'articles' in data ? data['articles'] : data;
  if (!Array.isArray(list) || list.length === 0) return unreadable(file, { code: 'no-list', problem: 'has no list of articles', expected: '[{ "id", "locale", "title", "category", "phrasings", "body" }]' });
  const rows: ImportRow[] = [];
  const errors: ImportError[] = [];
  list.forEach((entry: unknown, i) => {
    const place = { file, row: i + 1, line: null };
    if (!isRecord(entry)) {
      errors.push({ ...place, field: 'article', code: 'not-object', values: {}, problem: 'is no object', expected: '{ "title": "...", "body": "..." }' });
      return;
    }
    for (const values of spread(entry)) {
      const read = readFields(values, place);
      errors.push(...read.errors);
      if (read.row) rows.push(read.row);
    }
  });
  return { rows, errors };
}

/** One article a language. */
function spread({ translations, ...shared }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] {
  if (!isRecord(translations)) return [{ ...shared, ...(translations === undefined ? {} : { translations }) }];
  return Object.entries(translations).map(([locale, own]) => ({ ...shared, locale, ...(isRecord(own) ? own : { body: own }) }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
