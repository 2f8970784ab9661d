import { Languages } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { LOCALE_TAGS, LOCALES } from '../../../domain/locales.ts';
import { FormDialog } from '../../staff/controls/form-dialog.tsx';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { Shelf } from '../state/merge-forms.ts';

interface ShelfTitlesProps {
  readonly shelf: Shelf;
  readonly name: string;
  /** Languages with a title of the exchange's own. */
  readonly count: number;
  readonly onChange: (titles: Shelf['titles']) => void;
}

/** What readers see above a shelf, where it is not the title that comes with Vigil. */
export function ShelfTitles({ shelf, name, count, onChange }: ShelfTitlesProps) {
  const { t, preferences: { language } } = usePreferences();
  const [typed, setTyped] = useState<Shelf['titles'] | null>(null);
  function save(): void {
    onChange(Object.fromEntries(Object.entries(typed ?? {}).map(([tag, title]) => [tag, title.trim()]).filter(([, title]) => title !== '')) as Shelf['titles']);
    setTyped(null);
  }
  return (
    <>
      <Button className="button" onPress={() => { setTyped(shelf.titles); }}><Languages size={14} aria-hidden />{count === 0 ? t('editor.categories.titles') : t('editor.categories.ownTitles', { count })}<span className="only-read-aloud"> {name}</span></Button>
      {typed && (
        <FormDialog title={t('editor.categories.titlesOf', { name })} onClose={() => { setTyped(null); }} isWide>
          <form className="settings-form" onSubmit={(event) => { event.preventDefault(); save(); }}>
            <p className="field-hint">{t('editor.categories.titlesHint')}</p>
            <div className="field-row">
              {LOCALE_TAGS.map((tag) => (
                <TextField key={tag} className="field" value={typed[tag] ?? ''} onChange={(title) => { setTyped({ ...typed, [tag]: title }); }} maxLength={80}>
                  <Label>{languageName(tag, language)}</Label><Input lang={tag} dir={LOCALES[tag].direction} autoComplete="off" />
                </TextField>
              ))}
            </div>
            <div className="dialog-foot"><Button className="button" data-kind="quiet" onPress={() => { setTyped(null); }}>{t('editor.cancel')}</Button><Button className="button" data-kind="primary" type="submit">{t('editor.categories.titlesDone')}</Button></div>
          </form>
        </FormDialog>
      )}
    </>
  );
}
