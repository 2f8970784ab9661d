import { useMemo, useState } from 'react';
import { Button, ComboBox, Form, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { FormDialog } from '../../staff/controls/form-dialog.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { PickBox } from '../fields/pick-box.tsx';
import { titleFor } from '../state/library-cells.ts';

interface AddPhrasingsDialogProps {
  readonly count: number;
  /** Stand first. */
  readonly near: readonly string[];
  readonly onAdd: (articleId: string, calm: boolean) => void;
  readonly onClose: () => void;
}

/** Which article learns the questions that are picked. */
export function AddPhrasingsDialog({ count, near, onAdd, onClose }: AddPhrasingsDialogProps) {
  const { t, preferences: { language } } = usePreferences();
  const { library: { value: library } } = useEditor();
  const [articleId, setArticleId] = useState<string | null>(null);
  const [isCalm, setCalm] = useState(false);
  const choices = useMemo(() => {
    const rank = (id: string): number => (near.includes(id) ? near.indexOf(id) : near.length);
    return (library?.articles ?? []).filter(({ state }) => state !== 'archived').map((article) => ({ id: article.id, title: titleFor(article, language) }))
      .sort((a, b) => rank(a.id) - rank(b.id) || a.title.localeCompare(b.title, language));
  }, [library, language, near]);
  return (
    <FormDialog title={t('editor.gaps.addTitle', { count })} onClose={onClose}>
      <Form className="settings-form" onSubmit={(event) => { event.preventDefault(); if (articleId !== null) onAdd(articleId, isCalm); }}>
        <ComboBox className="field" defaultItems={choices} value={articleId} onChange={(id) => { setArticleId(id === null ? null : String(id)); }} menuTrigger="focus" autoFocus isRequired>
          <Label>{t('editor.library.article')}</Label>
          <Input placeholder={t('editor.picks.add')} autoComplete="off" />
          <Popover className="popover picks-list" offset={4}>
            <ListBox className="menu">{({ id, title }: { id: string; title: string }) => <ListBoxItem id={id} textValue={title} className="menu-item">{title}<span className="pick-aside">{id}</span></ListBoxItem>}</ListBox>
          </Popover>
        </ComboBox>
        <PickBox isPicked={isCalm} onChange={setCalm}><span>{t('editor.gaps.calm')}<span className="field-hint pick-hint">{t('editor.fields.calmPhrasingsHint')}</span></span></PickBox>
        <div className="dialog-foot"><Button className="button" data-kind="quiet" onPress={onClose}>{t('editor.cancel')}</Button><Button className="button" data-kind="primary" type="submit" isDisabled={articleId === null}>{t('editor.gaps.addHere', { count })}</Button></div>
      </Form>
    </FormDialog>
  );
}
