import type { Calendar } from '../../../../domain/calendar.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { CardChoice } from '../../../staff/controls/card-choice.tsx';
import { useState } from 'react';
import { Holidays } from './holidays.tsx';
import { TimeZonePicker } from './time-zone-picker.tsx';
import { WeekEditor } from './week-editor.tsx';

type BusinessCalendar = Extract<Calendar, { kind: 'business' }>;

const DAY = [{ from: '09:00', to: '18:00' }];

/** When a team works. Business hours that were set are there again when somebody tries around the clock. */
export function CalendarEditor({ calendar, onChange }: { calendar: Calendar; onChange: (calendar: Calendar) => void }) {
  const { t } = usePreferences();
  const [last, setLast] = useState<BusinessCalendar>(() => (calendar.kind === 'business' ? calendar : {
    kind: 'business', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, week: [DAY, DAY, DAY, DAY, DAY, [], []], holidays: [],
  }));
  const change = (changed: Partial<BusinessCalendar>): void => {
    if (calendar.kind !== 'business') return;
    const next = { ...calendar, ...changed };
    setLast(next);
    onChange(next);
  };
  return (
    <>
      <CardChoice
        label={t('settings.calendar.title')}
        value={calendar.kind}
        onChange={(kind) => { onChange(kind === 'always' ? { kind } : last); }}
        choices={(['always', 'business'] as const).map((id) => ({ id, name: t(`settings.calendar.${id}`), words: t(`settings.calendar.${id}Words`) }))}
      />
      {calendar.kind === 'business' && (
        <div className="calendar">
          <TimeZonePicker value={calendar.timeZone} onChange={(timeZone) => { change({ timeZone }); }} />
          <WeekEditor week={calendar.week} onChange={(week) => { change({ week }); }} />
          <Holidays days={calendar.holidays} onChange={(holidays) => { change({ holidays }); }} />
        </div>
      )}
    </>
  );
}
