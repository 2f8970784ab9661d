import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { PERIODS } from './period.ts';

/** How many days back; what was before is as long. */
export function PeriodChoice({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  const { t } = usePreferences();
  return <Segments label={t('editor.numbers.period')} value={String(days)} choices={PERIODS.map((one) => ({ id: String(one), name: t('editor.numbers.days', { count: one }) }))} onChange={(id) => { onChange(Number(id)); }} />;
}

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly id: T; readonly name: string }[];
  readonly onChange: (id: T) => void;
}

/** One of a few that are all seen. */
export function Segments<T extends string>({ label, value, choices, onChange }: SegmentsProps<T>) {
  return (
    <ToggleButtonGroup className="segments" aria-label={label} selectionMode="single" disallowEmptySelection selectedKeys={[value]}
      onSelectionChange={(keys) => { const chosen = choices.find(({ id }) => keys.has(id)); if (chosen) onChange(chosen.id); }}>
      {choices.map(({ id, name }) => <ToggleButton key={id} id={id} className="segment">{name}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}
