import { RANKS } from '../finding.ts';
import { MAX_PARTS, type DatePart } from './calendar.ts';

/** 14:30, 2:30 pm, 14h30, 14:30:05 UTC. */
const CLOCK = /(?<![\d:.,/-])([01]?\d|2[0-3])[:h]([0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?![\d:]|[a-z]{0,3}\d)(?:\s?([ap])\.?m\b\.?)?(?:\s?(UTC|GMT|Z)\b(?![+-]))?/gi;
/** 2pm, 2 p.m. */
const HALF_DAY = /(?<![\d:.,/-])(1[0-2]|0?[1-9])\s?([ap])\.?m\b\.?(?:\s?(UTC|GMT)\b(?![+-]))?/gi;
/** 14 Uhr, 14 Uhr 30. */
const UHR = /(?<![\d:.,/-])([01]?\d|2[0-3])(?:[.:]([0-5]\d))?\s?Uhr(?:\s([0-5]\d))?(?![\p{L}\d])/giu;
/** 14点, 下午2点30分, 14時30分, 오후 2시 30분 – but not 3時間, which is a span. */
const CJK = /(上午|下午|晚上|凌晨|早上|午前|午後|오전|오후)?\s?(?<![\d:.,/-])([01]?\d|2[0-3])\s?[点點时時시](?![间間간])(?:\s?([0-5]?\d)\s?[分분]|(半|반))?/g;
const AFTERNOON = new Set(['下午', '晚上', '午後', '오후']);

/** A time as one of the patterns reads it. */
interface TimeOfDay {
  readonly hour: string | undefined;
  readonly minute?: string | undefined;
  readonly isAfternoon?: boolean;
  /** Twelve is the first hour of a half day. */
  readonly isHalfDay?: boolean;
  readonly zone?: string | undefined;
}

const FORMS: readonly [RegExp, (match: RegExpExecArray) => TimeOfDay][] = [
  [CLOCK, ([, hour, minute, half, zone]) => ({ hour, minute, zone, ...halfDay(half) })],
  [HALF_DAY, ([, hour, half, zone]) => ({ hour, zone, ...halfDay(half) })],
  [UHR, ([, hour, minute, minuteBehind]) => ({ hour, minute: minute ?? minuteBehind })],
  [CJK, ([, half = '', hour, minute, thirty]) => ({ hour, minute: thirty ? '30' : minute, isAfternoon: AFTERNOON.has(half) && Number(hour) < 12 })],
];

/** Times of day, for a day beside them or for today. */
export function findTimes(text: string): DatePart[] {
  return FORMS.flatMap(([pattern, read]) => {
    const parts: DatePart[] = [];
    for (const match of text.matchAll(pattern)) {
      if (parts.length === MAX_PARTS) break;
      parts.push(toPart(match, read(match)));
    }
    return parts;
  });
}

function halfDay(half: string | undefined): Pick<TimeOfDay, 'isAfternoon' | 'isHalfDay'> {
  return half === undefined ? {} : { isHalfDay: true, isAfternoon: half.toLowerCase() === 'p' };
}

function toPart(match: RegExpExecArray, { hour, minute = '00', isAfternoon = false, isHalfDay = false, zone }: TimeOfDay): DatePart {
  const hours = (Number(hour) % (isHalfDay ? 12 : 24)) + (isAfternoon ? 12 : 0);
  const blanks = match[0].length - match[0].trimStart().length;
  return {
    start: match.index + blanks, end: match.index + match[0].length, time: `${String(hours).padStart(2, '0')}:${minute.padStart(2, '0')}${zone ? 'Z' : ''}`,
    confidence: zone ? 0.8 : 0.5, rank: RANKS.relative,
  };
}
