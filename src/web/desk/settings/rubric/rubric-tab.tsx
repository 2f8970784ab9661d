import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { Button, FieldError, Input, TextField } from 'react-aria-components';
import type { DeskSettings } from '../../../../domain/desk-settings.ts';
import { IconButton } from '../../../staff/controls/icon-button.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { moveCriterion, newCriterionId } from '../state/rubric.ts';
import type { SettingsDraft } from '../use-settings-draft.ts';

/** As the server takes them. */
const MOST = 12;
const LONGEST = 100;

type Criterion = DeskSettings['rubric'][number];

/** What is scored when conversations are reviewed, in the order in which it is asked. */
export function RubricTab({ draft: { settings: { rubric }, change } }: { draft: SettingsDraft }) {
  const { t } = usePreferences();
  const list = useRef<HTMLOListElement>(null);
  const set = (next: Criterion[]): void => { change((before) => ({ ...before, rubric: next })); };
  const add = (): void => {
    set([...rubric, { id: newCriterionId(), label: '' }]);
    // The field is there after the next drawing.
    requestAnimationFrame(() => { list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus(); });
  };
  return (
    <section className="settings-block rubric">
      <h2>{t('settings.rubric.title')}</h2>
      <p className="field-hint">{t('settings.rubric.hint')}</p>
      <ol className="criteria" ref={list}>
        {rubric.map(({ id, label }, index) => (
          <li key={id}>
            <span className="criterion-number" aria-hidden>{index + 1}</span>
            <TextField className="criterion-label" aria-label={t('settings.rubric.criterion', { number: index + 1 })} value={label} maxLength={LONGEST} isInvalid={label.trim() === ''} validationBehavior="aria"
              onChange={(text) => { set(rubric.with(index, { id, label: text })); }}>
              <Input placeholder={t('settings.rubric.placeholder')} />
              <FieldError className="field-error">{t('settings.rubric.empty')}</FieldError>
            </TextField>
            <IconButton icon={ArrowUp} label={t('settings.rubric.up', { label })} isDisabled={index === 0} onPress={() => { set(moveCriterion(rubric, index, -1)); }} />
            <IconButton icon={ArrowDown} label={t('settings.rubric.down', { label })} isDisabled={index === rubric.length - 1} onPress={() => { set(moveCriterion(rubric, index, 1)); }} />
            <IconButton icon={Trash2} label={t('settings.rubric.remove', { label })} isDisabled={rubric.length === 1} onPress={() => { set(rubric.toSpliced(index, 1)); }} />
          </li>
        ))}
      </ol>
      <div className="rubric-foot">
        <Button className="button" onPress={add} isDisabled={rubric.length >= MOST}><Plus size={14} aria-hidden />{t('settings.rubric.add')}</Button>
        <span className="field-hint">{t('settings.rubric.count', { count: rubric.length, most: MOST })}</span>
      </div>
    </section>
  );
}
