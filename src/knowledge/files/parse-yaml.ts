import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Parsed } from './parsed-file.ts';
import { describeIssue } from './describe-issue.ts';

/**
 * Parses one YAML document and proves its shape.
 * @param firstLine line of the file on which the text begins, for front matter inside another file.
 */
export function parseYaml<T>(text: string, file: string, schema: z.ZodType<T>, firstLine = 1): Parsed<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file, line: lineAt(error.pos[0]), field: 'yaml', code: 'yaml' as const, values: { message: error.message.split('\n')[0] ?? error.code },
      problem: error.message.split('\n')[0] ?? error.code,
      expected: 'valid YAML; put text that contains ": " or " #" in quotes',
    }));
    return { ok: false, problems };
  }
  const data = readData(document);
  if (data instanceof Error) return { ok: false, problems: [{ file, line: firstLine, field: 'yaml', code: 'yaml', values: { message: data.message }, problem: data.message, expected: 'YAML without aliases' }] };
  const lineOf = (field: string): number => lineAt(offsetOf(document, field === '' ? [] : field.split('.')));
  const result = schema.safeParse(data);
  if (result.success) return { ok: true, parsed: { file, value: result.data, lineOf } };
  const problems = result.error.issues.map((issue) => {
    const field = issue.path.map(String).join('.');
    return { file, line: lineOf(field), field: field || 'document', ...describeIssue(issue, data) };
  });
  return { ok: false, problems };
}

/** An alias without its anchor, and aliases that grow without end, are found only here, and thrown. */
function readData(document: Document): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Where the value stands; for a value that is missing, where the one around it does. */
function offsetOf(document: Document, path: readonly string[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length).map(asKey), true);
    if (hasRange(node)) return node.range[0];
  }
  return hasRange(document.contents) ? document.contents.range[0] : 0;
}

/** List positions are numbers to YAML, keys are strings. */
function asKey(part: string): string | number {
  return /^\d+$/.test(part) ? Number(part) : part;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
