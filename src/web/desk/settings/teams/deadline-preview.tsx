import { Hourglass } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { TeamSettings } from '../../../../domain/desk-settings.ts';
import { URGENCIES, type Urgency } from '../../../../domain/urgencies.ts';
import { createKeeper } from '../../../staff/format/keeper.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { StaffLanguage } from '../../../staff/preferences/preferences.ts';
import { ChoiceSelect } from '../../../staff/controls/choice-select.tsx';
import { weekdayName } from '../part-words.ts';
import { obstacleOf } from '../state/obstacle.ts';
import { nextMoment, previewDeadlines, zoneOf } from '../state/preview-deadlines.ts';
import { TimeInput } from './week-editor.tsx';

const WEEKDAYS = ['0', '1', '2', '3', '4', '5', '6'] as const;

const moments = createKeeper((key: string) => {
  const [language, timeZone] = key.split(' ');
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', ...(timeZone === undefined ? {} : { timeZone }) });
});

/** What the terms mean for a case that comes at some moment, reckoned as the desk itself does it. */
export function DeadlinePreview({ team, warnShare }: { team: TeamSettings; warnShare: number }) {
  const { t, preferences: { language } } = usePreferences();
  const [urgency, setUrgency] = useState<Urgency>('high');
  const [day, setDay] = useState<(typeof WEEKDAYS)[number]>('4');
  const [time, setTime] = useState('17:50');
  const zone = zoneOf(team.calendar, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const deadlines = useMemo(
    () => (obstacleOf(team) || time === '' ? null : previewDeadlines(team, warnShare, urgency, nextMoment(Number(day), time, zone, Date.now()))),
    [team, warnShare, urgency, day, time, zone],
  );
  return (
    <div className="preview">
      <h3><Hourglass size={14} aria-hidden />{t('settings.preview.title')}</h3>
      <div className="preview-case">
        <ChoiceSelect label={t('settings.sla.urgency')} isLabelHidden value={urgency} onChange={setUrgency} choices={URGENCIES.map((id) => ({ id, name: t(`urgency.${id}`) }))} />
        <span>{t('settings.preview.on')}</span>
        <ChoiceSelect label={t('settings.preview.day')} isLabelHidden value={day} onChange={setDay} choices={WEEKDAYS.map((id) => ({ id, name: weekdayName(Number(id), language) }))} />
        <TimeInput label={t('settings.preview.time')} value={time} onChange={setTime} />
        <span className="preview-zone"><bdi dir="ltr">{zone}</bdi></span>
      </div>
      {deadlines ? (
        <ul className="preview-deadlines" aria-live="polite">
          {deadlines.map(({ target, dueAt, warnAt }) => (
            <li key={target}>
              {dueAt === null || warnAt === null ? t('settings.preview.nothing', { target: t(`settings.targets.${target}`) }) : (
                <>
                  <span>{t('settings.preview.due', { target: t(`settings.targets.${target}`) })}</span>{' '}
                  <strong>{formatMoment(dueAt, language, zone)}</strong>{' '}
                  <span className="preview-warn">{t('settings.preview.warn', { at: formatMoment(warnAt, language, zone) })}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      ) : <p className="field-hint">{t('settings.preview.broken')}</p>}
    </div>
  );
}

function formatMoment(at: number, language: StaffLanguage, zone: string): string {
  return moments(`${language} ${zone}`).format(at);
}
