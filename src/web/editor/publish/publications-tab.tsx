import { ChevronRight, RotateCcw } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { WirePublication } from '../../../protocol/documents.ts';
import { PageState } from '../../staff/controls/page-state.tsx';
import { formatMoment } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { useLoaded } from '../connection/use-loaded.ts';
import { ChangedDocument } from './changed-document.tsx';
import { RevertDialog } from './revert-dialog.tsx';

/** What went out, when and by whom; each can be taken back. */
export function PublicationsTab() {
  const { t } = usePreferences();
  const { api, library: { value: library } } = useEditor();
  const version = library?.version;
  // Another publication is another list.
  const read = useCallback(() => { void version; return api.listPublications(null); }, [api, version]);
  const { value, failed, reload } = useLoaded(read);
  const [older, setOlder] = useState<readonly WirePublication[]>([]);
  const [hasAll, setHasAll] = useState(false);
  const [reverted, setReverted] = useState<WirePublication | null>(null);
  if (!value) return <PageState failed={failed} onRetry={reload} />;
  const newest = new Set(value.publications.map(({ id }) => id));
  const all = [...value.publications, ...older.filter(({ id }) => !newest.has(id))];
  async function more(): Promise<void> {
    const next = await api.listPublications(all.at(-1)?.id ?? null).catch(() => null);
    if (!next) return;
    setOlder([...older, ...next.publications]);
    setHasAll(next.publications.length === 0);
  }
  return (
    <>
      <ol className="publications">{all.map((publication) => <li key={publication.id}><PublicationRow publication={publication} onRevert={() => { setReverted(publication); }} /></li>)}</ol>
      {!hasAll && all.length > 0 && all.at(-1)?.id !== 1 && <Button className="button publications-more" onPress={() => { void more(); }}>{t('editor.publications.more')}</Button>}
      {reverted && <RevertDialog publication={reverted} onClose={() => { setReverted(null); reload(); }} />}
    </>
  );
}

function PublicationRow({ publication: { id, kind, editor, note, at, changes }, onRevert }: { publication: WirePublication; onRevert: () => void }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <Disclosure className="planned">
      <Heading className="planned-head">
        <Button slot="trigger" className="planned-trigger">
          <ChevronRight className="planned-arrow mirrored" size={14} aria-hidden />
          <span className="planned-name">{t(`editor.publications.kinds.${kind}`)} <span className="planned-part">#{id}{changes.length > 0 && ` · ${t('editor.publications.documents', { count: changes.length })}`}</span></span>
          <span className="publication-facts">{editor.id === null ? t('editor.history.system') : editor.name} · {formatMoment(at, language)}</span>
        </Button>
        {kind !== 'seed' && <Button className="button" data-kind="quiet" aria-label={t('editor.publications.revertOne', { id })} onPress={onRevert}><RotateCcw size={14} aria-hidden />{t('editor.publications.revert')}</Button>}
      </Heading>
      {note !== '' && <p className="publication-note" dir="auto">{note}</p>}
      <DisclosurePanel>
        {changes.length === 0 ? <p className="aside-note">{t('editor.publications.everything')}</p> : changes.map((change) => <ChangedDocument key={change.path} change={change} />)}
      </DisclosurePanel>
    </Disclosure>
  );
}
