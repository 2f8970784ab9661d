import { CircleAlert } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { choosePreset, dayOf, PRESETS, problemOf, stepsOf, withStep, type Preset, type ReportChoice } from './report-choice.ts';

interface PeriodPickerProps {
  readonly choice: ReportChoice;
  readonly onChange: (choice: ReportChoice) => void;
}

/** Which days, and in which steps. */
export function PeriodPicker({ choice, onChange }: PeriodPickerProps) {
  const { t } = usePreferences();
  const steps = stepsOf(choice);
  const problem = problemOf(choice);
  const changeDays = (change: Partial<Pick<ReportChoice, 'from' | 'to'>>): void => {
    const changed = { ...choice, ...change };
    onChange(problemOf(changed) === null ? withStep(changed, changed.step) : changed);
  };
  return (
    <div className="period-picker">
      <Segments label={t('supervise.reports.period')} options={PRESETS} value={choice.preset} nameOf={(preset) => t(`supervise.reports.presets.${preset}`)} onChange={(preset: Preset) => { onChange(choosePreset(choice, preset, dayOf(Date.now()))); }} />
      {choice.preset === 'custom' && (
        <div className="period-days">
          <label>{t('supervise.reports.from')}<input type="date" value={choice.from} max={choice.to} aria-invalid={problem !== null} onChange={(event) => { changeDays({ from: event.target.value }); }} /></label>
          <label>{t('supervise.reports.to')}<input type="date" value={choice.to} min={choice.from} aria-invalid={problem !== null} onChange={(event) => { changeDays({ to: event.target.value }); }} /></label>
          {problem && <p className="field-error" role="alert"><CircleAlert size={14} aria-hidden />{t(`supervise.reports.problems.${problem}`)}</p>}
        </div>
      )}
      {steps.length > 1 && <Segments label={t('supervise.reports.step')} options={steps} value={choice.step} nameOf={(step) => t(`supervise.reports.steps.${step}`)} onChange={(step) => { onChange(withStep(choice, step)); }} />}
    </div>
  );
}

function Segments<T extends string>({ label, options, value, nameOf, onChange }: { label: string; options: readonly T[]; value: T; nameOf: (option: T) => string; onChange: (option: T) => void }) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys.has(option));
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {options.map((option) => <ToggleButton key={option} id={option} className="segment">{nameOf(option)}</ToggleButton>)}
    </ToggleButtonGroup>
  );
}
