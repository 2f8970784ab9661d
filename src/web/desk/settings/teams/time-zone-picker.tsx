import { ChevronDown } from 'lucide-react';
import { useMemo } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';

/** Every zone that the browser knows, and how far it is from UTC now; typing narrows them down. */
export function TimeZonePicker({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const { t, preferences: { language } } = usePreferences();
  const zones = useMemo(() => listZones(value).map((id) => ({ id, offset: offsetOf(id, language) })), [value, language]);
  return (
    <ComboBox className="field time-zone" defaultItems={zones} value={value} onChange={(key) => { if (typeof key === 'string') onChange(key); }} menuTrigger="focus">
      <Label>{t('settings.calendar.zone')}</Label>
      <div className="combo"><Input /><Button className="button" data-kind="quiet" data-icon-only><ChevronDown size={14} aria-hidden /></Button></div>
      <Popover className="popover zones" offset={4}>
        <ListBox className="menu" renderEmptyState={() => <p className="popover-empty">{t('settings.calendar.noZone')}</p>}>
          {({ id, offset }: { id: string; offset: string }) => (
            <ListBoxItem id={id} className="menu-item" textValue={id}><bdi dir="ltr">{id}</bdi><span className="pick-aside">{offset}</span></ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function listZones(current: string): string[] {
  return [...new Set([current, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}

function offsetOf(timeZone: string, language: string): string {
  return new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'shortOffset' }).formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
