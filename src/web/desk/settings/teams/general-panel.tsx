import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { NumberInput } from '../../../staff/controls/number-input.tsx';
import type { General } from '../state/settings-parts.ts';
import type { SettingsDraft } from '../use-settings-draft.ts';

/** Bounds as the server has them; shares are in hundredths. */
const FIELDS: readonly { readonly name: General; readonly min: number; readonly max: number; readonly step: number; readonly format: Intl.NumberFormatOptions }[] = [
  { name: 'warnShare', min: 0, max: 0.9, step: 0.05, format: { style: 'percent' } },
  { name: 'releaseAfterSeconds', min: 10, max: 3_600, step: 10, format: { style: 'unit', unit: 'second', unitDisplay: 'long' } },
  { name: 'followUpHours', min: 0, max: 720, step: 1, format: { style: 'unit', unit: 'hour', unitDisplay: 'long' } },
  { name: 'settleHours', min: 1, max: 720, step: 1, format: { style: 'unit', unit: 'hour', unitDisplay: 'long' } },
];

/** What holds for every team. */
export function GeneralPanel({ draft: { settings, change } }: { draft: SettingsDraft }) {
  const { t } = usePreferences();
  return (
    <section className="settings-block general">
      <h2>{t('settings.everywhere.title')}</h2>
      {FIELDS.map(({ name, ...field }) => (
        <NumberInput
          key={name}
          label={t(`settings.general.${name}.label`)}
          hint={t(`settings.general.${name}.hint`)}
          value={settings[name]}
          onChange={(value) => { change((before) => ({ ...before, [name]: value })); }}
          {...field}
        />
      ))}
    </section>
  );
}
