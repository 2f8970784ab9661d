import { CircleAlert, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Input, Label, TextField } from 'react-aria-components';
import { LOCALE_TAGS, LOCALES, type Locale } from '../../../../domain/locales.ts';
import { TEAMS } from '../../../../domain/teams.ts';
import { languageName } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { ChipChoice } from '../../../staff/controls/chip-choice.tsx';
import { ConfirmDialog } from '../../../staff/controls/confirm-dialog.tsx';
import { findMacroObstacle, localesOf, MOST_TITLE, type MacroDraft, type MacroObstacle } from '../state/macro-draft.ts';
import { MacroText } from './macro-text.tsx';
import type { MacroEntry } from './use-macros.ts';

interface MacroEditorProps {
  readonly entry: MacroEntry;
  readonly isSaving: boolean;
  readonly onChange: (draft: MacroDraft) => void;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onRemove: () => void;
}

/** One macro, its languages side by side so that they say the same. */
export function MacroEditor({ entry: { macro, isChanged, isNew }, isSaving, onChange, onSave, onDiscard, onRemove }: MacroEditorProps) {
  const { t, preferences: { language } } = usePreferences();
  const [removing, setRemoving] = useState(false);
  const { title, teams, texts } = macro;
  const locales = localesOf(texts);
  const obstacle = isChanged ? findMacroObstacle(macro) : null;
  const setText = (locale: Locale, text: string | undefined): void => {
    const others = Object.fromEntries(Object.entries(texts).filter(([one]) => one !== locale));
    onChange({ title, teams, texts: text === undefined ? others : { ...others, [locale]: text } });
  };
  return (
    <section className="macro-editor" aria-label={title.trim() === '' ? t('settings.macros.untitled') : title}>
      <div className="macro-facts-form">
        <TextField className="field" value={title} maxLength={MOST_TITLE} onChange={(text) => { onChange({ title: text, teams, texts }); }} autoFocus={isNew}>
          <Label>{t('settings.macros.title')}</Label>
          <Input placeholder={t('settings.macros.titleHint')} />
        </TextField>
        <ChipChoice label={t('settings.macros.teams')} hint={teams.length === 0 ? t('settings.macros.teamsHint') : ''} value={teams} onChange={(picked) => { onChange({ title, teams: picked, texts }); }} choices={TEAMS.map((id) => ({ id, name: t(`teams.${id}`) }))} />
      </div>
      <div className="macro-texts">
        {locales.map((locale) => <MacroText key={locale} locale={locale} text={texts[locale] ?? ''} onChange={(text) => { setText(locale, text); }} onRemove={locales.length > 1 ? () => { setText(locale, undefined); } : null} />)}
        <AddLanguage taken={locales} onAdd={(locale) => { setText(locale, ''); }} />
      </div>
      <div className="macro-foot">
        <p role="status" className="macro-obstacle">{obstacle && <><CircleAlert size={14} aria-hidden />{obstacleWords(obstacle)}</>}</p>
        {!isNew && <Button className="button" data-kind="quiet" onPress={() => { setRemoving(true); }}><Trash2 size={14} aria-hidden />{t('settings.macros.remove')}</Button>}
        {isChanged && <Button className="button" data-kind="quiet" onPress={onDiscard}>{t('settings.save.discard')}</Button>}
        <Button className="button" data-kind="primary" onPress={onSave} isDisabled={!isChanged || obstacle !== null || isSaving}>{t(isSaving ? 'settings.save.saving' : 'settings.save.save')}</Button>
      </div>
      {removing && <ConfirmDialog title={t('settings.macros.removeTitle', { title })} words={t('settings.macros.removeWords')} action={t('settings.macros.remove')} onConfirm={onRemove} onClose={() => { setRemoving(false); }} />}
    </section>
  );

  function obstacleWords(found: MacroObstacle): string {
    return t(`settings.macros.obstacles.${found.kind}`, { language: 'locale' in found ? languageName(found.locale, language) : '', name: 'name' in found ? `{{${found.name}}}` : '' });
  }
}

function AddLanguage({ taken, onAdd }: { taken: readonly Locale[]; onAdd: (locale: Locale) => void }) {
  const { t, preferences: { language } } = usePreferences();
  const left = LOCALE_TAGS.filter((locale) => !taken.includes(locale));
  if (left.length === 0) return null;
  return (
    <div className="macro-add">
      <MenuTrigger>
        <Button className="button"><Plus size={14} aria-hidden />{t('settings.macros.addLanguage')}</Button>
        <Popover className="popover" offset={4}>
          <Menu className="menu" aria-label={t('settings.macros.addLanguage')} onAction={(key) => { onAdd(key as Locale); }}>
            {left.map((locale) => <MenuItem key={locale} id={locale} className="menu-item" textValue={languageName(locale, language)}>{languageName(locale, language)}<span className="pick-aside" lang={locale}>{LOCALES[locale].name}</span></MenuItem>)}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
