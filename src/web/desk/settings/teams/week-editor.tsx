import { CopyCheck, Plus, X } from 'lucide-react';
import { Input, TextField } from 'react-aria-components';
import { IconButton } from '../../../staff/controls/icon-button.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { weekdayName } from '../part-words.ts';
import { findSpanProblems, nextSpan, type Span } from '../state/calendar-problems.ts';

type Week = Span[][];

/** Monday to Friday. */
const WORKDAYS = 5;

/** The hours of each day; a day without any is a day off. */
export function WeekEditor({ week, onChange }: { week: Week; onChange: (week: Week) => void }) {
  const { t, preferences: { language } } = usePreferences();
  const isClosed = week.every((spans) => spans.length === 0);
  return (
    <div className="week" role="group" aria-label={t('settings.calendar.week')}>
      {week.map((spans, day) => {
        const name = weekdayName(day, language);
        const next = nextSpan(spans);
        return (
          <div key={day} className="week-day" role="group" aria-label={name}>
            <span className="week-name">{name}</span>
            <DaySpans name={name} spans={spans} onChange={(changed) => { onChange(week.with(day, changed)); }} />
            <span className="week-actions">
              {day === 0 && spans.length > 0 && <IconButton icon={CopyCheck} label={t('settings.calendar.copyMonday')} onPress={() => { onChange(week.map((other, index) => (index < WORKDAYS ? spans : other))); }} />}
              {next && <IconButton icon={Plus} label={t('settings.calendar.add', { day: name })} onPress={() => { onChange(week.with(day, [...spans, next])); }} />}
            </span>
          </div>
        );
      })}
      {isClosed && <p className="field-error" role="alert">{t('settings.calendar.closed')}</p>}
    </div>
  );
}

function DaySpans({ name, spans, onChange }: { name: string; spans: readonly Span[]; onChange: (spans: Span[]) => void }) {
  const { t } = usePreferences();
  const problems = findSpanProblems(spans);
  return (
    <div className="day-spans">
      {spans.length === 0 && <span className="day-off">{t('settings.calendar.off')}</span>}
      {spans.map((span, index) => (
        <span key={index} className="day-span">
          <TimeInput label={t('settings.calendar.from', { day: name })} value={span.from} isInvalid={problems[index] !== undefined} onChange={(from) => { onChange(spans.with(index, { ...span, from })); }} />
          <span aria-hidden>–</span>
          {/* Midnight at the end of a day is 24:00; a clock shows it as 00:00. */}
          <TimeInput label={t('settings.calendar.to', { day: name })} value={span.to === '24:00' ? '00:00' : span.to} isInvalid={problems[index] !== undefined} onChange={(to) => { onChange(spans.with(index, { ...span, to: to === '00:00' ? '24:00' : to })); }} />
          <IconButton icon={X} label={t('settings.calendar.remove', { day: name })} onPress={() => { onChange(spans.toSpliced(index, 1)); }} />
          {problems[index] && <span className="field-error" role="alert">{t(`settings.calendar.problems.${problems[index]}`)}</span>}
        </span>
      ))}
    </div>
  );
}

export function TimeInput({ label, value, isInvalid = false, onChange }: { label: string; value: string; isInvalid?: boolean; onChange: (value: string) => void }) {
  return <TextField className="time-input" type="time" aria-label={label} value={value} isInvalid={isInvalid} validationBehavior="aria" onChange={onChange}><Input /></TextField>;
}
