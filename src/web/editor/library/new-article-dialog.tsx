import { useState } from 'react';
import { Button, FieldError, Form, Input, Label, Text, TextField } from 'react-aria-components';
import { INTENT_IDS, type Intent } from '../../../domain/intents.ts';
import { URGENCIES, type Urgency } from '../../../domain/urgencies.ts';
import { RequestError } from '../../staff/connection/request.ts';
import { ChoiceSelect } from '../../staff/controls/choice-select.tsx';
import { FormDialog } from '../../staff/controls/form-dialog.tsx';
import { goTo } from '../../staff/controls/go-to.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor, type Library } from '../connection/editor-context.tsx';
import { suggestId } from '../state/suggest-id.ts';
import { pathToArticle } from '../state/place.ts';
import { useCategoryName } from './use-category-name.ts';

/** What an article begins with. */
export interface ArticleStart {
  readonly id: string;
  readonly category: string;
  readonly intent: Intent;
  readonly urgency: Urgency;
  readonly title: string;
}

interface NewArticleDialogProps {
  readonly library: Library;
  readonly heading?: string;
  /** What is guessed of it. */
  readonly guess?: Partial<Pick<ArticleStart, 'category' | 'intent'>>;
  /** Begins it in another way, and says its id; what it covers is then not asked. */
  readonly begin?: (start: ArticleStart) => Promise<{ articleId: string }>;
  readonly onClose: () => void;
}

/** Begins an article: what it is about, and where it belongs. Its words are written on the next page. */
export function NewArticleDialog({ library, heading, guess = {}, begin, onClose }: NewArticleDialogProps) {
  const { t } = usePreferences();
  const { api, library: { reload } } = useEditor();
  const categoryName = useCategoryName();
  const [title, setTitle] = useState('');
  const [typedId, setTypedId] = useState<string | null>(null);
  const [covers, setCovers] = useState('');
  const [category, setCategory] = useState(guess.category ?? library.categories[0]?.id ?? '');
  const [intent, setIntent] = useState<Intent>(guess.intent ?? INTENT_IDS[0]);
  const [urgency, setUrgency] = useState<Urgency>('normal');
  const [problem, setProblem] = useState<{ readonly code: string; readonly field: string | undefined; readonly words: string } | null>(null);
  const id = typedId ?? suggestId(category, title);

  async function create(): Promise<void> {
    setProblem(null);
    try {
      const start = { id, category, intent, urgency, title: title.trim() };
      const { articleId } = await (begin?.(start) ?? api.createArticle({ ...start, covers: covers.trim() || start.title, locale: 'en' }));
      reload();
      // Whoever goes back before the next page has loaded finds this one as it is now.
      onClose();
      goTo(pathToArticle(articleId, 'en'));
    } catch (error) {
      setProblem(error instanceof RequestError ? { code: error.code, field: error.field, words: error.message } : { code: 'internal', field: undefined, words: '' });
    }
  }
  const isTaken = problem?.code === 'conflict';
  return (
    <FormDialog title={heading ?? t('editor.new.title')} onClose={onClose}>
      <Form className="settings-form" onSubmit={(event) => { event.preventDefault(); void create(); }}>
        {problem && !isTaken && <p className="form-alert" role="alert">{problem.field ? `${problem.field}: ${problem.words}` : t([`errors.${problem.code}`, 'errors.internal'])}</p>}
        <TextField className="field" value={title} onChange={setTitle} isRequired maxLength={160} autoFocus>
          <Label>{t('editor.new.name')}</Label><Input autoComplete="off" /><Text slot="description" className="field-hint">{t('editor.new.nameHint')}</Text>
          <FieldError className="field-error">{t('fieldErrors.missing')}</FieldError>
        </TextField>
        <ChoiceSelect label={t('editor.fields.category')} value={category} onChange={setCategory} choices={library.categories.map((row) => ({ id: row.id, name: categoryName(row.id) }))} />
        <TextField className="field" value={id} onChange={setTypedId} isRequired pattern="[a-z0-9]+(-[a-z0-9]+)*" maxLength={100} isInvalid={isTaken} validationBehavior={isTaken ? 'aria' : 'native'}>
          <Label>{t('editor.new.id')}</Label><Input className="code-input" autoComplete="off" spellCheck="false" /><Text slot="description" className="field-hint">{t('editor.new.idHint')}</Text>
          <FieldError className="field-error">{t(isTaken ? 'editor.new.idTaken' : 'editor.new.idWrong')}</FieldError>
        </TextField>
        {!begin && (
          <TextField className="field" value={covers} onChange={setCovers} maxLength={500}>
            <Label>{t('editor.fields.covers')}</Label><Input autoComplete="off" /><Text slot="description" className="field-hint">{t('editor.fields.coversHint')}</Text>
          </TextField>
        )}
        <div className="field-row">
          <ChoiceSelect label={t('editor.fields.intent')} value={intent} onChange={setIntent} choices={INTENT_IDS.map((one) => ({ id: one, name: t(`intents.${one}`) }))} />
          <ChoiceSelect label={t('editor.fields.urgency')} value={urgency} onChange={setUrgency} choices={URGENCIES.map((one) => ({ id: one, name: t(`urgency.${one}`) }))} />
        </div>
        <div className="dialog-foot"><Button className="button" data-kind="quiet" onPress={onClose}>{t('editor.cancel')}</Button><Button className="button" data-kind="primary" type="submit">{t('editor.new.create')}</Button></div>
      </Form>
    </FormDialog>
  );
}
