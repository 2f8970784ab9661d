import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Intent } from '../../../domain/intents.ts';
import { FormDialog } from '../../staff/controls/form-dialog.tsx';
import { TextBox } from '../../staff/controls/text-box.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { NewArticleDialog } from '../library/new-article-dialog.tsx';
import type { GapQuestion } from '../state/distinct-questions.ts';
import { AddPhrasingsDialog } from './add-phrasings-dialog.tsx';
import type { Gap } from './gap-list.tsx';
import type { GapActions } from './use-gap-actions.ts';

export type OpenDialog = 'article' | 'add' | 'close';

interface GapDialogsProps {
  readonly open: OpenDialog;
  readonly gap: Gap;
  readonly questions: readonly GapQuestion[];
  /** Questions that are picked. */
  readonly count: number;
  readonly actions: GapActions;
  readonly onClose: () => void;
}

export function GapDialogs({ open, gap, questions, count, actions, onClose }: GapDialogsProps) {
  const { t } = usePreferences();
  const { library: { value: library } } = useEditor();
  switch (open) {
    case 'article': {
      const nearest = library?.articles.find(({ id }) => id === gap.near[0]?.articleId);
      const intent = mostAsked(questions) ?? nearest?.intent;
      return library && (
        <NewArticleDialog library={library} heading={t('editor.gaps.startTitle', { count })} begin={actions.start} onClose={onClose}
          guess={{ ...(nearest?.category && { category: nearest.category }), ...(intent && { intent }) }} />
      );
    }
    case 'add':
      return <AddPhrasingsDialog count={count} near={gap.near.map(({ articleId }) => articleId)} onAdd={(articleId, calm) => { onClose(); void actions.add(articleId, calm); }} onClose={onClose} />;
    case 'close':
      return <CloseDialog onDone={(note) => { onClose(); void actions.close(note); }} onClose={onClose} />;
  }
}

/** What most of them were understood as; nothing where that is nothing of ours. */
function mostAsked(questions: readonly GapQuestion[]): Intent | undefined {
  const own = questions.filter(({ intent }) => intent !== 'out_of_scope');
  return [...Map.groupBy(own, ({ intent }) => intent)].sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

function CloseDialog({ onDone, onClose }: { onDone: (note: string) => void; onClose: () => void }) {
  const { t } = usePreferences();
  const [note, setNote] = useState('');
  return (
    <FormDialog title={t('editor.gaps.closeTitle')} onClose={onClose}>
      <form className="settings-form" onSubmit={(event) => { event.preventDefault(); onDone(note); }}>
        <p className="field-hint">{t('editor.gaps.closeWords')}</p>
        <TextBox label={t('editor.publish.note')} placeholder={t('editor.gaps.closeNote')} value={note} onChange={(text) => { setNote(text.slice(0, 500)); }} onSubmit={() => { onDone(note); }} autoFocus />
        <div className="dialog-foot"><Button className="button" data-kind="quiet" onPress={onClose}>{t('editor.cancel')}</Button><Button className="button" data-kind="primary" type="submit">{t('editor.gaps.close')}</Button></div>
      </form>
    </FormDialog>
  );
}
