import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, Label, Tag, TagGroup, TagList, TextField } from 'react-aria-components';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';

/** As the server takes them. */
const MOST = 400;

/** Days on which nobody works, in order. */
export function Holidays({ days, onChange }: { days: readonly string[]; onChange: (days: string[]) => void }) {
  const { t, preferences: { language } } = usePreferences();
  const [day, setDay] = useState('');
  const canAdd = day !== '' && !days.includes(day) && days.length < MOST;
  const add = (): void => {
    if (!canAdd) return;
    onChange([...days, day].sort());
    setDay('');
  };
  return (
    <div className="holidays">
      <div className="holiday-new">
        <TextField className="field date-input" type="date" value={day} onChange={setDay} onKeyDown={(event) => { if (event.key === 'Enter') add(); }}>
          <Label>{t('settings.calendar.holidays')}</Label>
          <Input min="2000-01-01" max="2100-12-31" />
        </TextField>
        <Button className="button" onPress={add} isDisabled={!canAdd}><Plus size={14} aria-hidden />{t('settings.calendar.addHoliday')}</Button>
      </div>
      {days.length > 0 && (
        <TagGroup aria-label={t('settings.calendar.holidays')} onRemove={(keys) => { onChange(days.filter((one) => !keys.has(one))); }}>
          <TagList className="tags">
            {days.map((one) => {
              const name = formatDay(one, language);
              return <Tag key={one} id={one} className="tag" textValue={name}>{name}<Button slot="remove" className="tag-remove"><X size={12} aria-hidden /></Button></Tag>;
            })}
          </TagList>
        </TagGroup>
      )}
    </div>
  );
}

function formatDay(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(day));
}
