import { LOCALE_TAGS } from '../../../domain/locales.ts';
import { INTENT_IDS } from '../../../domain/intents.ts';
import { STATUSES, type Operator } from '../../../domain/search/parse-query.ts';
import { TEAMS } from '../../../domain/teams.ts';
import { URGENCIES } from '../../../domain/urgencies.ts';
import { useDeskState } from '../connection/desk-context.tsx';
import { languageName } from '../../staff/format/names.ts';
import { formatWhen } from '../format/format-when.ts';
import type { StaffLanguage } from '../../staff/preferences/preferences.ts';
import type { Translate } from '../../staff/preferences/phrases.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';

export interface FilterChoice {
  readonly value: string;
  readonly words: string;
}

/** Operators whose values are picked from a list. */
export const LISTED = ['status', 'team', 'agent', 'urgency', 'intent', 'language', 'after'] as const satisfies readonly Operator[];
export type Listed = (typeof LISTED)[number];

const DAYS = ['1d', '7d', '30d', '90d'];

/** What can be picked for an operator, in the agent's language. */
export function useFilterChoices(): (operator: Listed) => readonly FilterChoice[] {
  const { t, preferences: { language } } = usePreferences();
  const colleagues = useDeskState((state) => state.colleagues);
  return (operator) => {
    if (operator === 'agent') return [{ value: 'me', words: t('owner.me') }, ...colleagues.map(({ name }) => ({ value: name, words: name }))];
    const values: readonly string[] = { status: STATUSES, team: TEAMS, urgency: URGENCIES, intent: INTENT_IDS, language: LOCALE_TAGS, after: DAYS }[operator];
    return values.map((value) => ({ value, words: wordsOf(operator, value, t, language) }));
  };
}

/** A filter as a chip says it. */
export function useFilterWords(): (operator: Operator, value: string) => string {
  const { t, preferences: { language } } = usePreferences();
  return (operator, value) => `${t(`search.operators.${operator}`)}: ${wordsOf(operator, value, t, language)}`;
}

function wordsOf(operator: Operator, value: string, t: Translate, language: StaffLanguage): string {
  const key = value.toLowerCase();
  switch (operator) {
    case 'agent': return key === 'me' ? t('owner.me') : value;
    case 'team': return within(TEAMS, key) ? t(`teams.${key}`) : value;
    case 'urgency': return within(URGENCIES, key) ? t(`urgency.${key}`) : value;
    case 'status': return within(STATUSES, key) ? t(`search.statuses.${key}`) : value;
    case 'intent': return within(INTENT_IDS, key.replaceAll('-', '_')) ? t(`intents.${key.replaceAll('-', '_')}`) : value;
    case 'language': {
      const locale = LOCALE_TAGS.find((tag) => tag.toLowerCase() === key);
      return locale ? languageName(locale, language) : value;
    }
    case 'after':
    case 'before': {
      const days = /^(\d+)d$/.exec(key)?.[1];
      return days === undefined ? formatWhen(value, language, Date.now()).words : t('search.daysAgo', { count: Number(days) });
    }
    default: return value;
  }
}

function within(values: readonly string[], value: string): boolean {
  return values.includes(value);
}
