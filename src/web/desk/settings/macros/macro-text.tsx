import { Braces, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, TextArea, TextField } from 'react-aria-components';
import { LOCALES, type Locale } from '../../../../domain/locales.ts';
import { fillMacro, type MacroVariable } from '../../../../domain/macro.ts';
import { IconButton } from '../../../staff/controls/icon-button.tsx';
import { Markdown } from '../../controls/markdown.tsx';
import { formatNumber, languageName } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { insertVariable, MACRO_VARIABLES, MOST_TEXT, SAMPLE_VALUES } from '../state/macro-draft.ts';

interface MacroTextProps {
  readonly locale: Locale;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Null for the last language. */
  readonly onRemove: (() => void) | null;
}

/** A macro's words in one language, and below them how a contact would read them. */
export function MacroText({ locale, text, onChange, onRemove }: MacroTextProps) {
  const { t, preferences: { language } } = usePreferences();
  const area = useRef<HTMLTextAreaElement>(null);
  const name = languageName(locale, language);
  const { direction } = LOCALES[locale];
  const insert = (variable: MacroVariable): void => {
    const { current } = area;
    const inserted = insertVariable(text, variable, current?.selectionStart ?? text.length, current?.selectionEnd ?? text.length);
    onChange(inserted.text);
    // After the menu has given its focus back and the text is drawn.
    setTimeout(() => {
      current?.focus();
      current?.setSelectionRange(inserted.cursor, inserted.cursor);
    });
  };
  return (
    <div className="macro-text" role="group" aria-label={name}>
      <div className="macro-text-head">
        <h3>{name}</h3>
        <VariableMenu name={name} onInsert={insert} />
        {onRemove && <IconButton icon={Trash2} label={t('settings.macros.removeLanguage', { language: name })} onPress={onRemove} />}
      </div>
      <TextField aria-label={t('settings.macros.text', { language: name })} value={text} onChange={onChange}>
        <TextArea ref={area} className="macro-area" lang={locale} dir={direction} rows={7} placeholder={t('settings.macros.textHint')} />
      </TextField>
      {text.length > MOST_TEXT * 0.8 && <span className="field-hint">{t('settings.macros.length', { length: formatNumber(text.length, language), most: formatNumber(MOST_TEXT, language) })}</span>}
      {text.trim() !== '' && (
        <div className="macro-preview" role="group" aria-label={t('settings.macros.preview', { language: name })} lang={locale} dir={direction}>
          <Markdown text={fillMacro(text, SAMPLE_VALUES)} />
        </div>
      )}
    </div>
  );
}

function VariableMenu({ name, onInsert }: { name: string; onInsert: (variable: MacroVariable) => void }) {
  const { t } = usePreferences();
  return (
    <MenuTrigger>
      <Button className="button" data-kind="quiet" aria-label={t('settings.macros.insertInto', { language: name })}><Braces size={14} aria-hidden />{t('settings.macros.insert')}</Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="menu" aria-label={t('settings.macros.insert')} onAction={(key) => { onInsert(key as MacroVariable); }}>
          {MACRO_VARIABLES.map((variable) => (
            <MenuItem key={variable} id={variable} className="menu-item" textValue={t(`settings.macros.variables.${variable.replace('.', '-')}`)}>
              {t(`settings.macros.variables.${variable.replace('.', '-')}`)}<code className="pick-aside" dir="ltr">{`{{${variable}}}`}</code>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
