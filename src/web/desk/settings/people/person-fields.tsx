import { LEVELS, type Level } from '../../../../domain/agent.ts';
import { LOCALE_TAGS, LOCALES } from '../../../../domain/locales.ts';
import { ROLES } from '../../../../domain/roles.ts';
import { TEAMS } from '../../../../domain/teams.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { CardChoice } from '../../../staff/controls/card-choice.tsx';
import { ChipChoice } from '../../../staff/controls/chip-choice.tsx';
import { ChoiceSelect } from '../../../staff/controls/choice-select.tsx';
import { NumberInput } from '../../../staff/controls/number-input.tsx';
import { MOST_CAPACITY, type NewPerson } from './person.ts';

export type Skills = Pick<NewPerson, 'teams' | 'locales' | 'level' | 'capacity'>;

/** What somebody may do. */
export function RoleField({ value, onChange }: { value: NewPerson['role']; onChange: (role: NewPerson['role']) => void }) {
  const { t } = usePreferences();
  return <CardChoice label={t('settings.people.columns.role')} value={value} onChange={onChange} choices={ROLES.map((id) => ({ id, name: t(`roles.${id}`), words: t(`settings.people.roleWords.${id}`) }))} />;
}

/** What routing goes by. */
export function SkillFields({ value, onChange }: { value: Skills; onChange: (value: Skills) => void }) {
  const { t } = usePreferences();
  return (
    <>
      <ChipChoice label={t('settings.people.columns.teams')} hint={t('settings.people.teamsHint')} value={value.teams} onChange={(teams) => { onChange({ ...value, teams }); }} choices={TEAMS.map((id) => ({ id, name: t(`teams.${id}`) }))} />
      <ChipChoice label={t('settings.people.columns.locales')} value={value.locales} onChange={(locales) => { onChange({ ...value, locales }); }} choices={LOCALE_TAGS.map((id) => ({ id, name: LOCALES[id].name, lang: id }))} />
      <div className="field-row">
        <ChoiceSelect label={t('settings.people.columns.level')} value={String(value.level)} onChange={(level) => { onChange({ ...value, level: Number(level) as Level }); }} choices={LEVELS.map((level) => ({ id: String(level), name: t(`settings.people.levels.${level}`) }))} />
        <NumberInput label={t('settings.people.capacity.label')} value={value.capacity} min={1} max={MOST_CAPACITY} onChange={(capacity) => { onChange({ ...value, capacity }); }} />
      </div>
    </>
  );
}
