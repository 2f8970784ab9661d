import { DANGERS, type Intent } from '../domain/intents.ts';
import type { Locale } from '../domain/locales.ts';
import type { Redact } from '../domain/secrets.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { sumOf } from './understand.ts';

/**
 * From here on words may tell of an incident. Far below what hands a conversation over: measured on the
 * dev cases, 85 of 88 that are critical smell of danger, and one in twenty of the others.
 */
const FROM = 0.15;

export type SmellsOfDanger = (text: string, locale: Locale | null) => Promise<boolean>;

/** A look at words that somebody must know of before they are turned away: 1.5 ms, against the ten times of a turn. */
export function createSmellsOfDanger({ knowledge, redact }: { knowledge: () => Knowledge; redact: Redact }): SmellsOfDanger {
  return async (text, locale) => {
    if (redact(text).kinds.length > 0) return true;
    const { readings } = await knowledge().search.rank(text, locale);
    return sumOf(readings, ({ intent, urgency }) => urgency === 'critical' || (DANGERS as readonly Intent[]).includes(intent)) >= FROM;
  };
}
