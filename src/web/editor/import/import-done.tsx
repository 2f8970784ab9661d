import { CircleAlert, CircleCheck } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { RouteOutput } from '../../../protocol/http.ts';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { countWrongRows, ImportErrors } from './import-errors.tsx';

export type Imported = Exclude<RouteOutput<'runImport'>, { state: 'refused' }>;

/** What was written, what was not, and where to go on. */
export function ImportDone({ imported, onAgain }: { imported: Imported; onAgain: () => void }) {
  const { t } = usePreferences();
  const isWhole = imported.state === 'imported';
  const Shape = isWhole ? CircleCheck : CircleAlert;
  const count = isWhole ? imported.documents.length : imported.written.length;
  return (
    <>
      <div className="import-done" data-whole={isWhole} role="status">
        <Shape size={24} aria-hidden />
        <h2>{t('editor.import.done', { count })}</h2>
        <p>{t(isWhole ? 'editor.import.doneWords' : 'editor.import.conflict')}</p>
        {!isWhole && <ul>{imported.paths.map((path) => <li key={path}><code>{path}</code></li>)}</ul>}
        <div className="import-choose">
          <InnerLink className="button" href="/editor/publish">{t('editor.import.toDrafts')}</InnerLink>
          <Button className="button" data-kind="quiet" onPress={onAgain}>{t('editor.import.again')}</Button>
        </div>
      </div>
      {isWhole && imported.leftOut.length > 0 && <ImportErrors errors={imported.leftOut} title={t('editor.import.leftOut', { count: countWrongRows(imported.leftOut) })} />}
    </>
  );
}
