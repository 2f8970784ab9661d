import { CsvError, parse } from 'csv-parse/sync';
import { unreadable, type ImportError, type ImportRow, type ReadFile } from './import-row.ts';
import { FIELD_NAMES, fieldNamed, readFields } from './read-fields.ts';

const DELIMITERS = [',', ';', '\t'] as const;

interface Record_ {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/** One article a row, its fields named by the first row; between commas, semicolons or tabs. */
export function readCsv(text: string, file: string): ReadFile {
  const errors: ImportError[] = [];
  try {
    const records = parse(text, {
      columns: true, bom: true, info: true, skip_empty_lines: true, delimiter: tellDelimiter(text), skip_records_with_error: true,
      on_skip: (error) => { if (error) errors.push(csvError(error, file)); return undefined; },
    }) as unknown as readonly Record_[];
    const names = Object.keys(records[0]?.record ?? {});
    if (records.length === 0 && errors.length === 0) return unreadable(file, { code: 'no-row', values: { fields: FIELD_NAMES }, problem: 'has no row', expected: `a heading with ${FIELD_NAMES}, and a row for each article`, line: 1 });
    if (records.length > 0 && !names.some((name) => fieldNamed(name) === 'title')) return unreadable(file, { code: 'no-title-column', values: { fields: FIELD_NAMES }, problem: 'has no column "title"', expected: `a heading with ${FIELD_NAMES}`, line: 1, field: 'title' });
    return readRecords(records, errors, file);
  } catch (error) {
    if (error instanceof CsvError) return { rows: [], errors: [...errors, csvError(error, file)] };
    throw error;
  }
}

function readRecords(records: readonly Record_[], before: readonly ImportError[], file: string): ReadFile {
  const errors = [...before];
  const rows: ImportRow[] = [];
  records.forEach(({ record, info }, i) => {
    const read = readFields(record, { file, row: i + 1, line: info.lines });
    errors.push(...read.errors);
    if (read.row) rows.push(read.row);
  });
  return { rows, errors };
}

function csvError(error: CsvError & { lines?: unknown }, file: string): ImportError {
  const line = typeof error.lines === 'number' ? error.lines : null;
  const problem = error.message.split('\n')[0] ?? error.code;
  return { file, row: null, line, field: 'row', code: 'csv', values: { message: problem }, problem, expected: 'as many fields as the heading has, and quotes around text with quotes, separators or line breaks' };
}

/** Whichever stands most often in the heading. */
function tellDelimiter(text: string): string {
  const [heading = ''] = text.split(/\r?\n/, 1);
  return DELIMITERS.reduce((best, one) => (heading.split(one).length > heading.split(best).length ? one : best));
}
