import { isMap, isScalar, isSeq, parseDocument, stringify, type Pair } from 'yaml';

/** A field's new value; undefined takes the field out, and so does an empty list. */
export type FieldValue = string | readonly string[] | undefined;
export type FieldChanges = Readonly<Record<string, FieldValue>>;

/**
 * Changes fields of a YAML mapping and leaves every other byte as it was: comments, order, quotes. Of
 * a list, the items that stay keep their own lines. A field that was not there comes at the end, or
 * where `order` says.
 * @param order names of fields as they stand in such files.
 * @returns undefined where the text is no mapping of YAML.
 */
export function editYamlText(text: string, changes: FieldChanges, order: readonly string[] = []): string | undefined {
  let edited = text;
  for (const [name, value] of Object.entries(changes)) {
    const next = editField(edited, name, value, order);
    if (next === undefined) return undefined;
    edited = next;
  }
  return edited;
}

/** The strings and lists of strings of a mapping; undefined where the text is no mapping of YAML. */
export function readYamlFields(text: string): Readonly<Record<string, string | readonly string[]>> | undefined {
  const document = parseDocument(text, { strict: false });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return undefined;
  const fields = readData(document);
  if (!fields) return undefined;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.map(asText) : asText(value)]));
}

/** An alias without its anchor, and aliases that grow without end, are found only here, and thrown. */
function readData(document: ReturnType<typeof parseDocument>): Record<string, unknown> | undefined {
  try {
    return (document.toJS() ?? {}) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function editField(text: string, name: string, value: FieldValue, order: readonly string[]): string | undefined {
  const document = parseDocument(text, { strict: false });
  const { contents } = document;
  if (document.errors.length > 0 || (contents !== null && !isMap(contents)) || (isMap(contents) && contents.flow)) return undefined;
  const pairs: readonly Pair[] = contents?.items ?? [];
  const at = pairs.findIndex(({ key }) => isScalar(key) && key.value === name);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const removed = value === undefined || (Array.isArray(value) && value.length === 0);
  const pair = pairs[at];
  if (!pair) return removed ? text : insertField(text, pairs, name, value, order, newline);
  const { start, end } = spanOf(text, pair);
  if (removed) return text.slice(0, start) + text.slice(end);
  if (isSame(pair, value)) return text;
  const field = typeof value === 'string' ? fieldText(name, value, newline) : listText(name, value, newline, oldItems(text, pair));
  // A comment behind a single value stays with it.
  const comment = typeof value === 'string' ? (/[ \t]+#[^\r\n]*(?=\r?\n$|$)/.exec(text.slice(start + valueLength(pair, start), end))?.[0] ?? '') : '';
  return text.slice(0, start) + (comment === '' ? field : field.replace(/\r?\n$/, (last) => comment + last)) + text.slice(end);
}

/** From the key's first character to the end of the line on which the value ends. */
function spanOf(text: string, pair: Pair): { readonly start: number; readonly end: number } {
  const start = startOf(pair);
  const valueEnd = start + valueLength(pair, start);
  const trimmed = text.slice(0, valueEnd).trimEnd().length;
  const lineEnd = text.indexOf('\n', Math.max(trimmed, start));
  return { start, end: lineEnd === -1 ? text.length : lineEnd + 1 };
}

function startOf({ key }: Pair): number {
  return isScalar(key) && key.range ? key.range[0] : 0;
}

function valueLength({ key, value }: Pair, start: number): number {
  const end = (isScalar(value) || isSeq(value) || isMap(value)) && value.range ? value.range[1] : isScalar(key) && key.range ? key.range[1] : start;
  return end - start;
}

function isSame({ value }: Pair, wanted: string | readonly string[]): boolean {
  if (typeof wanted === 'string') return isScalar(value) && value.value === wanted;
  if (!isSeq(value)) return false;
  const items = value.items.map((item) => (isScalar(item) ? item.value : undefined));
  return items.length === wanted.length && wanted.every((one, i) => items[i] === one);
}

/** The lines of each item of a block list, by its value, so that what stays is written as it was. */
function oldItems(text: string, { value }: Pair): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  if (!isSeq(value) || value.flow) return lines;
  for (const item of value.items) {
    if (!isScalar(item) || !item.range || typeof item.value !== 'string') continue;
    const lineStart = text.lastIndexOf('\n', item.range[0] - 1) + 1;
    const lead = text.slice(lineStart, item.range[0]);
    if (!/^[ \t]*-[ \t]+$/.test(lead)) continue;
    const lineEnd = text.indexOf('\n', Math.max(lineStart, text.slice(0, item.range[1]).trimEnd().length));
    const line = lineEnd === -1 ? `${text.slice(lineStart)}\n` : text.slice(lineStart, lineEnd + 1);
    lines.set(item.value, [...(lines.get(item.value) ?? []), line]);
  }
  return lines;
}

function listText(name: string, values: readonly string[], newline: string, old: Map<string, string[]>): string {
  const indent = /^[ \t]*/.exec([...old.values()][0]?.[0] ?? '  ')?.[0] ?? '  ';
  const items = values.map((value) => old.get(value)?.shift() ?? `${indent}- ${JSON.stringify(value)}${newline}`);
  return `${name}:${newline}${items.join('')}`;
}

function fieldText(name: string, value: string, newline: string): string {
  // Folding would put a long title on two lines, which nobody expects in a diff.
  return stringify({ [name]: value }, { lineWidth: 0, blockQuote: false }).replaceAll('\n', newline);
}

function insertField(text: string, pairs: readonly Pair[], name: string, value: string | readonly string[], order: readonly string[], newline: string): string {
  const field = typeof value === 'string' ? fieldText(name, value, newline) : listText(name, value, newline, new Map());
  const rank = order.indexOf(name);
  const later = new Set(rank === -1 ? [] : order.slice(rank + 1));
  const next = pairs.find(({ key }) => isScalar(key) && later.has(String(key.value)));
  if (next) return text.slice(0, startOf(next)) + field + text.slice(startOf(next));
  const last = pairs.at(-1);
  const end = last ? spanOf(text, last).end : text.length;
  const joint = end > 0 && !text.slice(0, end).endsWith('\n') ? newline : '';
  return text.slice(0, end) + joint + field + text.slice(end);
}
