import type { Calendar } from '../../../domain/calendar.ts';
import type { DeskSettings } from '../../../domain/desk-settings.ts';
import { createKeeper } from '../../staff/format/keeper.ts';
import { formatNumber, formatPercent } from '../../staff/format/names.ts';
import type { Translate } from '../../staff/preferences/phrases.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { StaffLanguage } from '../../staff/preferences/preferences.ts';
import type { SettingsPart } from './state/settings-parts.ts';
import { formatTerm } from './state/term-text.ts';

const weekdays = createKeeper((language: StaffLanguage) => new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }));
const longWeekdays = createKeeper((language: StaffLanguage) => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }));
const DAY_MS = 86_400_000;
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);

/** @param day 0 for Monday. */
export function weekdayName(day: number, language: StaffLanguage, length: 'short' | 'long' = 'long'): string {
  return (length === 'long' ? longWeekdays : weekdays)(language).format(MONDAY + day * DAY_MS);
}

/** Names and values of settings in words, as a list of differences tells them. */
export function usePartWords(): { name(part: SettingsPart): string; value(settings: DeskSettings, part: SettingsPart): string } {
  const { t, preferences: { language } } = usePreferences();
  return {
    name(part) {
      switch (part.kind) {
        case 'assignment':
        case 'calendar': return t('settings.parts.ofTeam', { team: t(`teams.${part.team}`), part: t(`settings.parts.${part.kind}`) });
        case 'term': return t('settings.parts.ofTeam', { team: t(`teams.${part.team}`), part: t('settings.parts.term', { urgency: t(`urgency.${part.urgency}`), target: t(`settings.targets.${part.target}`) }) });
        case 'general': return t(`settings.general.${part.name}.label`);
        case 'explorers': return t('settings.parts.explorers');
      case 'rubric': return t('settings.tabs.rubric');
      }
    },
    value: (settings, part) => valueWords(settings, part, t, language),
  };
}

function valueWords(settings: DeskSettings, part: SettingsPart, t: Translate, language: StaffLanguage): string {
  switch (part.kind) {
    case 'assignment': return t(`settings.assignment.${settings.teams[part.team].assignment}.label`);
    case 'calendar': return calendarWords(settings.teams[part.team].calendar, t, language);
    case 'term': {
      const minutes = settings.teams[part.team].sla[part.urgency][part.target];
      return minutes === null ? t('settings.sla.none') : formatTerm(minutes, language);
    }
    case 'general': return part.name === 'warnShare' ? formatPercent(settings.warnShare, language)
      : t(`settings.general.${part.name}.value`, { count: settings[part.name], number: formatNumber(settings[part.name], language) });
    case 'explorers': return Object.entries(settings.explorers).map(([network, { transaction, address }]) => `${network}: ${transaction} ${address}`).join(' · ');
    case 'rubric': return settings.rubric.map(({ label }) => label).join(' · ');
  }
}

/** `Mon 09:00–18:00, …, Asia/Tokyo`; days that are alike are told together. */
export function calendarWords(calendar: Calendar, t: Translate, language: StaffLanguage): string {
  if (calendar.kind === 'always') return t('settings.calendar.always');
  const hours = calendar.week.map((spans) => spans.map(({ from, to }) => `${from}–${to}`).join(' '));
  const runs: { from: number; to: number; text: string }[] = [];
  for (const [day, text] of hours.entries()) {
    const last = runs.at(-1);
    if (last?.text === text) last.to = day;
    else runs.push({ from: day, to: day, text });
  }
  const name = (day: number): string => weekdayName(day, language, 'short');
  const worked = runs.filter(({ text }) => text !== '').map(({ from, to, text }) => `${from === to ? name(from) : `${name(from)}–${name(to)}`} ${text}`);
  const holidays = calendar.holidays.length > 0 ? [t('settings.calendar.holidayCount', { count: calendar.holidays.length })] : [];
  return [...worked, calendar.timeZone, ...holidays].join(', ');
}
