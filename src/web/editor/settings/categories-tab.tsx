import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import { CATEGORIES_PATH, ID_PATTERN } from '../../../domain/documents/document-path.ts';
import { LOCALE_TAGS } from '../../../domain/locales.ts';
import { TEAMS } from '../../../domain/teams.ts';
import type { DocumentProblem } from '../../../protocol/documents.ts';
import { ChoiceSelect } from '../../staff/controls/choice-select.tsx';
import { IconButton } from '../../staff/controls/icon-button.tsx';
import { PageState } from '../../staff/controls/page-state.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { ProblemLine } from '../article/problem-list.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { useLoaded } from '../connection/use-loaded.ts';
import { useCategoryName } from '../library/use-category-name.ts';
import { mergeShelves, type Shelf } from '../state/merge-forms.ts';
import { FormHistory } from './form-history.tsx';
import { PublishBar } from './publish-bar.tsx';
import { ShelfTitles } from './shelf-titles.tsx';
import { usePublishedForm } from './use-published-form.ts';

/** The shelves of the help centre, in their order, and who takes what people ask about them. */
export function CategoriesTab() {
  const { api } = useEditor();
  const { value, failed, reload } = useLoaded(api.readCategories);
  if (!value) return <PageState failed={failed} onRetry={reload} />;
  return <CategoriesForm version={value.version} shelves={value.categories.map(toShelf)} uses={value.uses} onPublished={reload} />;
}

function toShelf({ id, team, titles = {} }: { id: string; team: Shelf['team']; titles?: Shelf['titles'] | undefined }): Shelf {
  return { id, team, titles };
}

function CategoriesForm({ version, shelves, uses, onPublished }: { version: number; shelves: readonly Shelf[]; uses: Readonly<Record<string, number>>; onPublished: () => void }) {
  const { t } = usePreferences();
  const { api } = useEditor();
  const read = useCallback(async () => { const now = await api.readCategories(); return { version: now.version, value: now.categories.map(toShelf) }; }, [api]);
  const form = usePublishedForm<readonly Shelf[]>({
    base: { version, value: shelves }, read, merge: mergeShelves, onPublished,
    send: (mine, from, note) => api.saveCategories({ version: from, note, categories: mine.map(({ id, team, titles }) => ({ id, team, titles: { ...titles } })) }),
  });
  const rows = form.value;
  const move = (from: number, to: number): void => {
    const row = rows[from];
    if (row && to >= 0 && to < rows.length) form.change(rows.toSpliced(from, 1).toSpliced(to, 0, row));
  };
  return (
    <>
      <p className="form-lead">{t('editor.categories.lead')}</p>
      <ol className="shelves">
        {rows.map((row, i) => (
          <ShelfRow key={row.id} shelf={row} uses={uses[row.id] ?? 0} isFirst={i === 0} isLast={i === rows.length - 1} problems={form.problems.filter(({ field }) => field.split('.')[0] === row.id)}
            onMove={(by) => { move(i, i + by); }} onChange={(next) => { form.change(rows.with(i, next)); }} onRemove={() => { form.change(rows.toSpliced(i, 1)); }} />
        ))}
      </ol>
      <NewShelf taken={rows.map(({ id }) => id)} onAdd={(id) => { form.change([...rows, { id, team: 'general', titles: {} }]); }} />
      {form.isChanged && <PublishBar isSaving={form.isSaving} error={form.error} onDiscard={form.discard} onSave={(note) => { void form.save(note); }} />}
      <FormHistory path={CATEGORIES_PATH} version={version} />
    </>
  );
}

interface ShelfRowProps {
  readonly shelf: Shelf;
  /** Articles that stand on it. */
  readonly uses: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly problems: readonly DocumentProblem[];
  readonly onMove: (by: -1 | 1) => void;
  readonly onChange: (shelf: Shelf) => void;
  readonly onRemove: () => void;
}

function ShelfRow({ shelf, uses, isFirst, isLast, problems, onMove, onChange, onRemove }: ShelfRowProps) {
  const { t, preferences: { language } } = usePreferences();
  const categoryName = useCategoryName();
  const name = shelf.titles[language] ?? categoryName(shelf.id);
  return (
    <li className="shelf">
      <span className="shelf-order">
        <IconButton icon={ArrowUp} label={t('editor.categories.up', { name })} isDisabled={isFirst} onPress={() => { onMove(-1); }} />
        <IconButton icon={ArrowDown} label={t('editor.categories.down', { name })} isDisabled={isLast} onPress={() => { onMove(1); }} />
      </span>
      <span className="shelf-name"><strong>{name}</strong><span className="shelf-facts"><code>{shelf.id}</code> · {t('editor.categories.articles', { count: uses })}</span>{problems.map((problem, i) => <ProblemLine key={i} problem={problem} />)}</span>
      <ChoiceSelect label={t('editor.categories.team', { name })} isLabelHidden value={shelf.team} onChange={(team) => { onChange({ ...shelf, team }); }} choices={TEAMS.map((team) => ({ id: team, name: t(`teams.${team}`) }))} />
      <ShelfTitles shelf={shelf} name={name} count={LOCALE_TAGS.filter((tag) => shelf.titles[tag] !== undefined).length} onChange={(titles) => { onChange({ ...shelf, titles }); }} />
      <IconButton icon={Trash2} label={uses > 0 ? t('editor.categories.inUse', { name }) : t('editor.categories.remove', { name })} isDisabled={uses > 0} onPress={onRemove} />
    </li>
  );
}

function NewShelf({ taken, onAdd }: { taken: readonly string[]; onAdd: (id: string) => void }) {
  const { t } = usePreferences();
  const [id, setId] = useState('');
  const isWrong = id !== '' && (!ID_PATTERN.test(id) || taken.includes(id));
  return (
    <form className="new-fact" onSubmit={(event) => { event.preventDefault(); if (id !== '' && !isWrong) { onAdd(id); setId(''); } }}>
      <TextField className="field" value={id} onChange={setId} isInvalid={isWrong} validationBehavior="aria" maxLength={60}>
        <Label>{t('editor.categories.add')}</Label><Input className="code-input" autoComplete="off" spellCheck="false" placeholder="cards" />
        <Text slot="description" className={isWrong ? 'field-error' : 'field-hint'}>{t(isWrong ? 'editor.categories.idWrong' : 'editor.categories.addHint')}</Text>
      </TextField>
      <Button className="button" type="submit" isDisabled={id === '' || isWrong}><Plus size={14} aria-hidden />{t('editor.categories.addButton')}</Button>
    </form>
  );
}
