import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { WirePublication } from '../../../protocol/documents.ts';
import { RequestError } from '../../staff/connection/request.ts';
import { FormDialog } from '../../staff/controls/form-dialog.tsx';
import { TextBox } from '../../staff/controls/text-box.tsx';
import { showNotice } from '../../staff/controls/toasts.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';

/** Publishes what stood before. The publication itself stays in the list. */
export function RevertDialog({ publication: { id, changes }, onClose }: { publication: WirePublication; onClose: () => void }) {
  const { t } = usePreferences();
  const { api, library: { reload } } = useEditor();
  const [note, setNote] = useState('');
  const [error, setError] = useState<string | null>(null);
  async function revert(): Promise<void> {
    setError(null);
    try {
      const answer = await api.revertPublication(id, note);
      if (answer.state === 'conflict') return setError(t('editor.revert.conflict', { path: answer.path }));
      if (answer.state === 'refused') return setError(t('editor.published.refused', { problem: answer.problems[0]?.problem ?? '' }));
      showNotice('done', t('editor.revert.done', { id }));
      reload();
      onClose();
    } catch (cause) {
      setError(t([`errors.${cause instanceof RequestError ? cause.code : 'internal'}`, 'errors.internal']));
    }
  }
  return (
    <FormDialog title={t('editor.revert.title', { id })} onClose={onClose}>
      <div className="settings-form">
        <p>{t('editor.revert.words', { count: changes.length })}</p>
        {error !== null && <p className="form-alert" role="alert">{error}</p>}
        <TextBox label={t('editor.publish.note')} value={note} onChange={setNote} rows={2} />
        <div className="dialog-foot"><Button className="button" data-kind="quiet" onPress={onClose}>{t('editor.cancel')}</Button><Button className="button" data-kind="primary" onPress={() => { void revert(); }}>{t('editor.revert.do')}</Button></div>
      </div>
    </FormDialog>
  );
}
