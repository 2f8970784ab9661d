import type { Locale } from '../../../domain/locales.ts';
import { parseNumber } from '../../entities/amounts/parse-number.ts';
import { foldText } from './fold-text.ts';

/** A number as it is compared: its value without signs of grouping, and what it counts where a sign says so. */
export interface ReadNumber {
  /** `1200`, `0.5`; times, dates and versions as they are written: `10:30`. */
  readonly plain: string;
  /** With percent or currency: `5%`, `$5`. The same as `plain` where there is neither. */
  readonly key: string;
  readonly digits: string;
}

/** @param written digits of any script with what belongs to them. */
export function readNumber(written: string, locale: Locale): ReadNumber {
  const folded = foldText(written);
  const body = folded.replace(/[^\d.,:/'\u066B\u066C\s-]/g, '').replace(/^[^\d]+|[^\d]+$/g, '');
  const plain = (/[:/-]/.test(body) ? undefined : parseNumber(body, { locale, isMoney: false })?.plain) ?? body;
  const sign = /[%\u066A]/.test(folded) ? '%' : /\p{Sc}/u.exec(folded)?.[0] ?? '';
  return { plain, key: sign + plain, digits: body.replace(/\D/g, '') };
}
