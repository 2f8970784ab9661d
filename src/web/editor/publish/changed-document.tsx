import { useCallback, useState } from 'react';
import { readDocumentPath } from '../../../domain/documents/document-path.ts';
import type { WirePublication } from '../../../protocol/documents.ts';
import { PageState } from '../../staff/controls/page-state.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { useLoaded } from '../connection/use-loaded.ts';
import { TextDiff } from '../diff/text-diff.tsx';
import { useDocumentName } from './use-document-name.ts';

type Change = WirePublication['changes'][number];

/** A document that a publication changed; its lines are fetched when they are asked for. */
export function ChangedDocument({ change }: { change: Change }) {
  const { t } = usePreferences();
  const nameOf = useDocumentName();
  const [isOpen, setOpen] = useState(false);
  const { of, part } = nameOf(change.path);
  return (
    <div className="changed-document">
      <p><bdi>{of}</bdi>{part !== '' && <span className="planned-part">{part}</span>} <button type="button" className="text-link" aria-expanded={isOpen} onClick={() => { setOpen(!isOpen); }}>{t(isOpen ? 'editor.publications.hide' : 'editor.publications.show')}</button></p>
      {isOpen && <Lines change={change} />}
    </div>
  );
}

function Lines({ change: { path, from, to } }: { change: Change }) {
  const { t } = usePreferences();
  const { api } = useEditor();
  const read = useCallback(async () => {
    const [before, after] = await Promise.all([from, to].map(async (number) => (number === 0 ? '' : (await api.readRevision(path, number)).revision.text ?? '')));
    return { before: before ?? '', after: after ?? '' };
  }, [api, path, from, to]);
  const { value, failed, reload } = useLoaded(read);
  const place = readDocumentPath(path);
  return value ? <TextDiff {...value} label={t('editor.publish.differences')} locale={place?.kind === 'translation' ? place.locale : null} /> : <PageState failed={failed} onRetry={reload} />;
}
