import { FileInput } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { RouteOutput } from '../../../protocol/http.ts';
import { RequestError } from '../../staff/connection/request.ts';
import { PageState } from '../../staff/controls/page-state.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { useLoaded } from '../connection/use-loaded.ts';
import { PickBox } from '../fields/pick-box.tsx';
import { ImportedArticles } from './imported-articles.tsx';
import type { Imported } from './import-done.tsx';
import { countWrongRows, ImportErrors } from './import-errors.tsx';
import type { ImportTerms } from './import-terms.tsx';
import type { SentFile } from './read-files.ts';

interface ImportPreviewProps {
  readonly files: readonly SentFile[];
  readonly terms: ImportTerms;
  readonly onDone: (imported: Imported) => void;
}

/** What the import would make and what is wrong, before anything is written. */
export function ImportPreview({ files, terms, onDone }: ImportPreviewProps) {
  const { t } = usePreferences();
  const { api } = useEditor();
  const read = useCallback(() => api.previewImport({ ...terms, files: [...files] }), [api, files, terms]);
  const { value, failed, error, reload } = useLoaded(read);
  if (error instanceof RequestError && (error.code === 'invalid-input' || error.code === 'too-large')) {
    return <p className="form-alert" role="alert">{error.code === 'too-large' ? t('errors.too-large') : `${error.field ?? ''}: ${error.message}`}</p>;
  }
  if (!value) return <PageState failed={failed} onRetry={reload} />;
  return <Preview preview={value} files={files} terms={terms} onDone={onDone} />;
}

function Preview({ preview: { documents, errors, images }, files, terms, onDone }: ImportPreviewProps & { preview: RouteOutput<'previewImport'> }) {
  const { t } = usePreferences();
  const { api } = useEditor();
  const [leaveOutWrong, setLeaveOut] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const obstacle = documents.length === 0 ? 'editor.import.obstacles.nothing' : errors.length > 0 && !leaveOutWrong ? 'editor.import.obstacles.errors' : null;

  async function run(): Promise<void> {
    setRunning(true);
    try {
      const result = await api.runImport({ ...terms, files: [...files], leaveOutWrong });
      if (result.state === 'refused') setProblem(t('editor.import.refused'));
      else onDone(result);
    } catch (error) {
      setProblem(t([`errors.${error instanceof RequestError ? error.code : 'internal'}`, 'errors.internal']));
    }
    setRunning(false);
  }
  return (
    <>
      {errors.length > 0 && <ImportErrors errors={errors} />}
      <ImportedArticles documents={documents} images={images} />
      <div className="import-foot">
        {errors.length > 0 && documents.length > 0 && <PickBox isPicked={leaveOutWrong} onChange={setLeaveOut}>{t('editor.import.leaveOut', { count: countWrongRows(errors) })}</PickBox>}
        {(problem ?? obstacle) !== null && <p className="import-obstacle" role={problem === null ? undefined : 'alert'}>{problem ?? t(obstacle ?? '')}</p>}
        <Button className="button" data-kind="primary" isDisabled={obstacle !== null || isRunning} onPress={() => { void run(); }}><FileInput size={14} aria-hidden />{isRunning ? t('editor.import.running') : t('editor.import.run', { count: documents.length })}</Button>
      </div>
    </>
  );
}
