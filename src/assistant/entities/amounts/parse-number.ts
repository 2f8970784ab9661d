import type { Locale } from '../../../domain/locales.ts';

export interface ParsedNumber {
  /** Digits and at most one point, no zeros that say nothing: `1200`, `0.5`. */
  readonly plain: string;
  /** Lower where a separator may mean either. */
  readonly confidence: number;
}

const DECIMAL_COMMA = new Map<Locale, boolean>();

/** Whether a language writes "1,5"; from the runtime's own tables. */
export function writesDecimalComma(locale: Locale | null): boolean {
  if (locale === null) return false;
  const known = DECIMAL_COMMA.get(locale);
  if (known !== undefined) return known;
  const decimal = new Intl.NumberFormat(`${locale}-u-nu-latn`).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  DECIMAL_COMMA.set(locale, decimal === ',');
  return decimal === ',';
}

/**
 * Reads a number as people of many languages write it: "1,200.50", "1.200,50", "1 200,50", "1'200",
 * "1,00,000". Undefined where it is no number but a date or a list.
 * @param isMoney three digits after a comma are thousands then, since nobody writes thousandths of a dollar.
 */
export function parseNumber(written: string, { locale, isMoney }: { locale: Locale | null; isMoney: boolean }): ParsedNumber | undefined {
  const digits = written.replace(/[\s'\u2019\u066C]/g, '').replaceAll('\u066B', 'd');
  // The Arabic decimal mark is never anything else.
  if (digits.includes('d')) return finish(digits.replace(/[.,]/g, '').replace('d', '.'), 1);
  const [separator, other] = new Set(digits.replace(/\d/g, ''));
  if (separator === undefined) return finish(digits, 1);
  if (other !== undefined) return mixed(digits, separator, other);
  const parts = digits.split(separator);
  if (parts.length > 2) return isGrouped(parts) ? finish(parts.join(''), 1) : undefined;
  return single(parts, separator, { locale, isMoney });
}

/** Both marks: the last one is the decimal mark, and it stands once. */
function mixed(digits: string, grouping: string, decimal: string): ParsedNumber | undefined {
  const parts = digits.split(decimal);
  const groups = (parts[0] ?? '').split(grouping);
  if (parts.length !== 2 || parts[1]?.includes(grouping) || !isGrouped(groups)) return undefined;
  return finish(`${groups.join('')}.${parts[1]}`, 1);
}

/** One mark, once: "1,5" and "1.5" are clear; "1,200" is for the language and the thing counted to say. */
function single([whole = '', rest = '']: readonly string[], separator: string, { locale, isMoney }: { locale: Locale | null; isMoney: boolean }): ParsedNumber | undefined {
  const mayGroup = rest.length === 3 && whole.length <= 3 && !whole.startsWith('0');
  if (!mayGroup) return finish(`${whole}.${rest}`, 1);
  const isDecimal = (separator === ',') === writesDecimalComma(locale);
  const isGrouping = !isDecimal || (isMoney && separator === ',');
  const confidence = isMoney === isGrouping ? 0.8 : 0.6;
  return finish(isGrouping ? `${whole}${rest}` : `${whole}.${rest}`, confidence);
}

/** Groups of three, or of two before the last three as in India. */
function isGrouped([first = '', ...rest]: readonly string[]): boolean {
  if (rest.length === 0) return true;
  const sizes = rest.slice(0, -1).map(({ length }) => length);
  return first.length > 0 && first.length <= 3 && rest.at(-1)?.length === 3 && (sizes.every((size) => size === 3) || (first.length <= 2 && sizes.every((size) => size === 2)));
}

/** Moves the point of a plain number to the right. */
export function shiftPoint(plain: string, places: number): string {
  const [whole = '', rest = ''] = plain.split('.');
  const padded = rest.padEnd(places, '0');
  return tidy(`${whole}${padded.slice(0, places)}.${padded.slice(places)}`);
}

function finish(plain: string, confidence: number): ParsedNumber {
  return { plain: tidy(plain), confidence };
}

function tidy(plain: string): string {
  const [whole = '', rest = ''] = plain.split('.');
  const fraction = rest.replace(/0+$/, '');
  const integer = whole.replace(/^0+(?=\d)/, '') || '0';
  return fraction ? `${integer}.${fraction}` : integer;
}
