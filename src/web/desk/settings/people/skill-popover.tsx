import { Check } from 'lucide-react';
import { useRef, useState, type RefObject } from 'react';
import { Button, Dialog, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { LEVELS, type Level } from '../../../../domain/agent.ts';
import { LOCALE_TAGS, LOCALES, type Locale } from '../../../../domain/locales.ts';
import { TEAMS, type Team } from '../../../../domain/teams.ts';
import { languageName } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { NumberInput } from '../../../staff/controls/number-input.tsx';
import { MOST_CAPACITY, type Person, type PersonChange } from './person.ts';

/** What routing goes by. */
export type Skill = 'teams' | 'locales' | 'level' | 'capacity';

interface SkillPopoverProps {
  readonly person: Person;
  readonly skill: Skill;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  /** Called once, when it closes, if something changed. */
  readonly onChange: (change: PersonChange) => void;
}

/** Changes one thing about one person where it stands. */
export function SkillPopover({ person: { agent }, skill, trigger, onClose, onChange }: SkillPopoverProps) {
  const { t } = usePreferences();
  const [value, setValue] = useState({ teams: agent.teams, locales: agent.locales, level: agent.level, capacity: agent.capacity });
  /** A number is committed as its field is left, which may be by what closes this. */
  const latest = useRef(value);
  const set = (changed: Partial<typeof value>): void => {
    latest.current = { ...latest.current, ...changed };
    setValue(latest.current);
  };
  const close = (): void => {
    const { [skill]: chosen } = latest.current;
    if (JSON.stringify(chosen) !== JSON.stringify(agent[skill])) onChange({ [skill]: chosen });
    onClose();
  };
  const label = t(`settings.people.columns.${skill === 'capacity' ? 'load' : skill}`);
  return (
    <Popover className="popover" triggerRef={trigger} isOpen onOpenChange={close} placement="bottom start" offset={4}>
      <Dialog className="skill-dialog" aria-label={t('settings.people.edit.title', { name: agent.name, what: label })}>{renderSkill()}</Dialog>
    </Popover>
  );

  function renderSkill() {
    switch (skill) {
      case 'teams':
        return <PickMany label={label} all={TEAMS} picked={value.teams} nameOf={(team) => t(`teams.${team}`)} onPick={(teams: Team[]) => { set({ teams }); }} />;
      case 'locales':
        return <PickLocales label={label} picked={value.locales} onPick={(locales) => { set({ locales }); }} />;
      case 'level':
        return (
          <ListBox className="menu" aria-label={label} selectionMode="single" escapeKeyBehavior="none" disallowEmptySelection autoFocus="first" selectedKeys={[value.level]} onSelectionChange={(keys) => {
            const [level] = keys === 'all' ? [] : [...keys];
            if (level === undefined) return;
            set({ level: level as Level });
            close();
          }}>
            {LEVELS.map((level) => <Item key={level} id={level} name={t(`settings.people.levels.${level}`)} />)}
          </ListBox>
        );
      case 'capacity':
        return (
          <form className="skill-capacity" onSubmit={(event) => { event.preventDefault(); close(); }}>
            <NumberInput label={t('settings.people.capacity.label')} hint={t('settings.people.capacity.hint')} value={value.capacity} min={1} max={MOST_CAPACITY} onChange={(capacity) => { set({ capacity }); }} />
            <Button type="submit" className="button" data-kind="primary">{t('settings.people.ready.done')}</Button>
          </form>
        );
    }
  }
}

function PickLocales({ label, picked, onPick }: { label: string; picked: readonly Locale[]; onPick: (picked: Locale[]) => void }) {
  const { preferences: { language } } = usePreferences();
  return <PickMany label={label} all={LOCALE_TAGS} picked={picked} nameOf={(locale) => languageName(locale, language)} asideOf={(locale) => LOCALES[locale].name} onPick={onPick} />;
}

interface PickManyProps<T extends string> {
  readonly label: string;
  readonly all: readonly T[];
  readonly picked: readonly T[];
  readonly nameOf: (one: T) => string;
  readonly asideOf?: (one: T) => string;
  readonly onPick: (picked: T[]) => void;
}

function PickMany<T extends string>({ label, all, picked, nameOf, asideOf, onPick }: PickManyProps<T>) {
  return (
    <ListBox className="menu" aria-label={label} selectionMode="multiple" escapeKeyBehavior="none" autoFocus="first" selectedKeys={picked} onSelectionChange={(keys) => { onPick(all.filter((one) => keys === 'all' || keys.has(one))); }}>
      {all.map((one) => <Item key={one} id={one} name={nameOf(one)} {...(asideOf && asideOf(one) !== nameOf(one) ? { aside: asideOf(one), lang: one } : {})} />)}
    </ListBox>
  );
}

function Item({ id, name, aside, lang }: { id: string | number; name: string; aside?: string; lang?: string }) {
  return (
    <ListBoxItem id={id} className="menu-item pick" textValue={name}>
      {({ isSelected }) => (
        <>
          <span className="pick-box" data-picked={isSelected} aria-hidden>{isSelected && <Check size={12} strokeWidth={3} />}</span>
          {name}{aside !== undefined && <span className="pick-aside" lang={lang}>{aside}</span>}
        </>
      )}
    </ListBoxItem>
  );
}
