import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { DocumentProblem } from '../../../../protocol/documents.ts';
import { RequestError } from '../../../staff/connection/request.ts';
import { FormDialog } from '../../../staff/controls/form-dialog.tsx';
import { goTo } from '../../../staff/controls/go-to.ts';
import { TextBox } from '../../../staff/controls/text-box.tsx';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../../connection/editor-context.tsx';

/** Takes an article away from readers; where others lead to it, that is said first. */
export function ArchiveDialog({ articleId, onClose }: { articleId: string; onClose: () => void }) {
  const { t } = usePreferences();
  const { api, library: { reload } } = useEditor();
  const [note, setNote] = useState('');
  const [referring, setReferring] = useState<readonly DocumentProblem[] | null>(null);
  const [error, setError] = useState<string | null>(null);

  async function archive(): Promise<void> {
    setError(null);
    try {
      const answer = await api.archiveArticle(articleId, { confirmed: referring !== null, note });
      if (answer.state === 'needs-confirmation') return setReferring(answer.problems);
      if (answer.state === 'conflict' || answer.state === 'refused') return setError(t(`editor.published.${answer.state}`, { path: articleId, problem: answer.state === 'refused' ? answer.problems[0]?.problem ?? '' : '' }));
      showNotice('done', t('editor.archive.done'));
      reload();
      goTo('/editor');
    } catch (cause) {
      setError(t([`errors.${cause instanceof RequestError ? cause.code : 'internal'}`, 'errors.internal']));
    }
  }
  return (
    <FormDialog title={t('editor.archive.title')} onClose={onClose}>
      <div className="settings-form">
        <p>{t('editor.archive.words')}</p>
        {error !== null && <p className="form-alert" role="alert">{error}</p>}
        {referring && <div className="form-alert" role="alert"><div><p>{t('editor.archive.referring')}</p><ul>{[...new Set(referring.map(({ path }) => path))].map((path) => <li key={path}>{path}</li>)}</ul></div></div>}
        <TextBox label={t('editor.publish.note')} value={note} onChange={setNote} rows={2} />
        <div className="dialog-foot">
          <Button className="button" data-kind="quiet" onPress={onClose}>{t('editor.cancel')}</Button>
          <Button className="button" data-kind="danger" onPress={() => { void archive(); }}>{t(referring ? 'editor.archive.anyway' : 'editor.archive.action')}</Button>
        </div>
      </div>
    </FormDialog>
  );
}
