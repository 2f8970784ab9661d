import { MAX_FINDINGS, RANKS, type Finding } from '../finding.ts';
import { meaningsAs, type Reading } from '../reading.ts';
import { KOREAN_MULTIPLIERS, KOREAN_UNITS } from '../tables/currencies.ts';
import { skipToUnit, unitAfter, unitBefore, type Unit } from './amount-units.ts';
import type { WrittenNumber } from './find-numbers.ts';
import { parseNumber, shiftPoint } from './parse-number.ts';

/** A unit less likely than this gives way to one on the other side: "Rp500.000 ada". */
const DOUBTFUL = 0.6;
/** "50만원": Korean writes number, multiplier and unit as one word. */
const KOREAN_SUM = new RegExp(`[ ]?(${Object.keys(KOREAN_MULTIPLIERS).join('|')})(${Object.keys(KOREAN_UNITS).join('|')})`, 'y');

/** What stands around a number: its unit, and by which power of ten it is multiplied on the way there. */
interface Surroundings {
  readonly unit: Unit;
  readonly power: number;
  readonly end: number;
}

/** Numbers with a coin or a currency on either side. */
export function findAmounts(reading: Reading, numbers: readonly WrittenNumber[]): Finding[] {
  const found: Finding[] = [];
  for (const number of numbers) {
    if (found.length === MAX_FINDINGS) break;
    const amount = readAmount(reading, number);
    if (amount) found.push(amount);
  }
  return found;
}

function readAmount(reading: Reading, number: WrittenNumber): Finding | undefined {
  const around = koreanSum(reading, number) ?? lookAround(reading, number);
  if (!around) return undefined;
  const { unit, power, end } = around;
  const start = Math.min(unit.start, number.start);
  // Letters before it make it the end of something else: "abc12 usdt".
  if (start === number.start && /[A-Za-z]/.test(reading.text.charAt(start - 1))) return undefined;
  const parsed = parseNumber(number.written, { locale: reading.context.locale, isMoney: unit.isMoney });
  if (!parsed) return undefined;
  return {
    kind: 'amount', start, end: Math.max(unit.end, end), value: `${shiftPoint(parsed.plain, power)} ${unit.symbol}`,
    confidence: Math.min(parsed.confidence, unit.confidence), rank: RANKS.amount,
  };
}

/** A unit behind the number and its multiplier, behind the number itself, or before it. */
function lookAround(reading: Reading, number: WrittenNumber): Surroundings | undefined {
  const { power, end } = readMultipliers(reading, number.end);
  const multiplied = unitAfter(reading, end);
  if (multiplied && multiplied.confidence >= DOUBTFUL) return { unit: multiplied, power, end };
  const direct = power > 0 ? unitAfter(reading, number.end) : undefined;
  if (direct && direct.confidence >= DOUBTFUL) return { unit: direct, power: 0, end: number.end };
  const before = unitBefore(reading, number, end);
  if (before) return { unit: before, power, end };
  return multiplied && { unit: multiplied, power, end };
}

function koreanSum({ text }: Reading, { end }: WrittenNumber): Surroundings | undefined {
  KOREAN_SUM.lastIndex = end;
  const match = KOREAN_SUM.exec(text);
  const power = KOREAN_MULTIPLIERS[match?.[1] ?? ''];
  const symbol = KOREAN_UNITS[match?.[2] ?? ''];
  if (!match || power === undefined || symbol === undefined) return undefined;
  const place = end + match[0].length;
  return { unit: { symbol, isMoney: true, start: end, end: place, confidence: 0.95 }, power, end: place };
}

/** "2 mil millones", "500k", "3万": each multiplies what stands before it. */
function readMultipliers(reading: Reading, from: number): { power: number; end: number } {
  let power = 0;
  let end = from;
  for (let count = 0; count < 2; count++) {
    const [multiplier] = meaningsAs(reading.startingAt(skipToUnit(reading.text, end)), 'multiplier');
    if (!multiplier || multiplier.word.gluedAfter) break;
    power += multiplier.meaning.power;
    end = multiplier.word.end;
    // "500 тыс. USDT"
    if (reading.text.charAt(end) === '.') end += 1;
  }
  return { power, end };
}

