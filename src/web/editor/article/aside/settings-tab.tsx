import { Archive } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import { editYamlText, readYamlFields, type FieldChanges } from '../../../../domain/documents/edit-yaml-text.ts';
import { INTENT_IDS, INTENTS, type Intent } from '../../../../domain/intents.ts';
import { URGENCIES } from '../../../../domain/urgencies.ts';
import { ChoiceSelect } from '../../../staff/controls/choice-select.tsx';
import { PageState } from '../../../staff/controls/page-state.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../../connection/editor-context.tsx';
import { useCategoryName } from '../../library/use-category-name.ts';
import { ArticlePicks } from '../../fields/article-picks.tsx';
import { TagField } from '../../fields/tag-field.tsx';
import { ProblemLine, ProblemList } from '../problem-list.tsx';
import { ArchiveDialog } from './archive-dialog.tsx';
import type { AsideProps } from './aside-tabs.tsx';

/** As the fields stand in such files. */
const ORDER = ['category', 'covers', 'intent', 'urgency', 'calmIntent', 'tags', 'related'];
const NONE = 'none';
type Fields = NonNullable<ReturnType<typeof readYamlFields>>;

/** What is true of the article in every language. */
export function SettingsTab(props: AsideProps) {
  const { t } = usePreferences();
  const { settings: { state, session } } = props;
  const fields = useMemo(() => (state.text === null ? undefined : readYamlFields(state.text)), [state.text]);
  if (state.loading !== 'ready') return <PageState failed={state.loading === 'failed'} onRetry={() => { void session.refresh(); }} />;
  if (state.text === null) return <p className="aside-note">{t('editor.article.archived.words')}</p>;
  if (!fields) return <><p className="form-alert" role="alert">{t('editor.settings.unreadable')}</p><ProblemList problems={state.problems} /></>;
  return <SettingsFields {...props} text={state.text} fields={fields} />;
}

function SettingsFields({ article, settings: { session, state }, text, fields }: AsideProps & { text: string; fields: Fields }) {
  const { t } = usePreferences();
  const { library: { value: library } } = useEditor();
  const categoryName = useCategoryName();
  const [isArchiving, setArchiving] = useState(false);
  const word = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  const list = (name: string): readonly string[] => (Array.isArray(fields[name]) ? fields[name] as readonly string[] : []);
  const change = (changes: FieldChanges): void => {
    const edited = editYamlText(text, changes, ORDER);
    if (edited !== undefined) session.change(edited);
  };
  const problemsOf = (name: string) => state.problems.filter(({ field }) => field.split('.')[0] === name).map((problem, i) => <ProblemLine key={i} problem={problem} />);
  const category = library?.categories.find(({ id }) => id === word('category'));
  const intent = word('intent');
  const goesToPeople = intent in INTENTS && INTENTS[intent as Intent].action === 'handoff';
  return (
    <div className="settings-form aside-form">
      <div>
        <ChoiceSelect label={t('editor.fields.category')} value={word('category')} onChange={(id) => { change({ category: id }); }} choices={(library?.categories ?? []).map(({ id }) => ({ id, name: categoryName(id) }))} />
        {category && <p className="field-hint">{t('editor.fields.team', { team: t(`teams.${category.team}`) })}</p>}{problemsOf('category')}
      </div>
      <TextField className="field" value={word('covers')} onChange={(covers) => { change({ covers }); }}>
        <Label>{t('editor.fields.covers')}</Label><Input autoComplete="off" /><Text slot="description" className="field-hint">{t('editor.fields.coversHint')}</Text>{problemsOf('covers')}
      </TextField>
      <ChoiceSelect label={t('editor.fields.intent')} value={intent} onChange={(id) => { change({ intent: id }); }} choices={INTENT_IDS.map((id) => ({ id, name: t(`intents.${id}`) }))} />
      <ChoiceSelect label={t('editor.fields.urgency')} value={word('urgency')} onChange={(id) => { change({ urgency: id }); }} choices={URGENCIES.map((id) => ({ id, name: t(`urgency.${id}`) }))} />
      {(goesToPeople || word('calmIntent') !== '') && (
        <div>
          <ChoiceSelect label={t('editor.fields.calmIntent')} value={word('calmIntent') || NONE} onChange={(id) => { change({ calmIntent: id === NONE ? undefined : id }); }}
            choices={[{ id: NONE, name: t('editor.fields.calmIntentNone') }, ...INTENT_IDS.map((id) => ({ id, name: t(`intents.${id}`) }))]} />
          <p className="field-hint">{t('editor.fields.calmIntentHint')}</p>
        </div>
      )}
      <div><ArticlePicks label={t('editor.fields.related')} hint={t('editor.fields.relatedHint')} value={list('related')} except={article.id} onChange={(related) => { change({ related }); }} />{problemsOf('related')}</div>
      <div><TagField label={t('editor.fields.tags')} hint={t('editor.fields.tagsHint')} value={list('tags')} onChange={(tags) => { change({ tags }); }} />{problemsOf('tags')}</div>
      {article.state === 'published' && <Button className="button aside-archive" data-kind="danger" onPress={() => { setArchiving(true); }}><Archive size={14} aria-hidden />{t('editor.archive.action')}</Button>}
      {isArchiving && <ArchiveDialog articleId={article.id} onClose={() => { setArchiving(false); }} />}
    </div>
  );
}
