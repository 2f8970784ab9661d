import { useState } from 'react';
import { DEFAULT_LOCALE } from '../../../domain/locales.ts';
import { PageState } from '../../staff/controls/page-state.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor, type Library } from '../connection/editor-context.tsx';
import { FileChoice } from './file-choice.tsx';
import { ImportDone, type Imported } from './import-done.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportTermsForm, type ImportTerms } from './import-terms.tsx';
import { guessKind, type SentFile } from './read-files.ts';

/** Articles from another help centre: what they would become, what is wrong with them, and then drafts of them. */
export function ImportPage() {
  const { t } = usePreferences();
  const { library: { value, failed, reload } } = useEditor();
  return (
    <div className="section-body import-page">
      <header className="section-head"><h1>{t('editor.import.title')}</h1></header>
      <p className="form-lead">{t('editor.import.lead')}</p>
      {value ? <ImportForm library={value} /> : <PageState failed={failed} onRetry={reload} />}
    </div>
  );
}

function ImportForm({ library }: { library: Library }) {
  const { library: { reload } } = useEditor();
  const [files, setFiles] = useState<readonly SentFile[]>([]);
  const [terms, setTerms] = useState<ImportTerms>({ kind: 'csv', locale: DEFAULT_LOCALE, category: library.categories[0]?.id ?? '', replace: false });
  const [imported, setImported] = useState<Imported | null>(null);

  function choose(chosen: readonly SentFile[]): void {
    setImported(null);
    setFiles(chosen);
    const kind = guessKind(chosen.map(({ path }) => path));
    if (kind) setTerms({ ...terms, kind });
  }
  return (
    <>
      <FileChoice files={files} onChoose={choose} />
      {files.length > 0 && !imported && (
        <>
          <ImportTermsForm terms={terms} categories={library.categories} onChange={setTerms} />
          <ImportPreview files={files} terms={terms} onDone={(result) => { setImported(result); reload(); }} />
        </>
      )}
      {imported && <ImportDone imported={imported} onAgain={() => { choose([]); }} />}
    </>
  );
}
