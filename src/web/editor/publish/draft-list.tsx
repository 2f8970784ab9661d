import { TriangleAlert } from 'lucide-react';
import { readDocumentPath } from '../../../domain/documents/document-path.ts';
import { formatMoment } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { Library } from '../connection/editor-context.tsx';
import { PickBox } from '../fields/pick-box.tsx';
import { StateMark } from '../library/state-mark.tsx';
import { useDocumentName } from './use-document-name.ts';

type DraftRow = Library['drafts'][number];

interface DraftListProps {
  readonly drafts: readonly DraftRow[];
  readonly picked: ReadonlySet<string>;
  readonly onPick: (paths: ReadonlySet<string>) => void;
}

/** Every draft, by article, with who wrote it and how far it is. */
export function DraftList({ drafts, picked, onPick }: DraftListProps) {
  const { t } = usePreferences();
  const nameOf = useDocumentName();
  const groups = Map.groupBy(drafts, ({ path }) => groupOf(path));
  const pick = (paths: readonly string[], isPicked: boolean): void => {
    const next = new Set(picked);
    for (const path of paths) if (isPicked) next.add(path); else next.delete(path);
    onPick(next);
  };
  return (
    <section className="draft-list" aria-label={t('editor.publish.drafts')}>
      <PickAll paths={drafts.map(({ path }) => path)} picked={picked} label={t('editor.publish.all')} onPick={pick} />
      {[...groups].map(([id, rows]) => (
        <div key={id} className="draft-group" role="group" aria-label={nameOf(rows[0]?.path ?? id).of}>
          <PickAll paths={rows.map(({ path }) => path)} picked={picked} label={nameOf(rows[0]?.path ?? id).of} onPick={pick} />
          <ul>{rows.map((row) => <li key={row.path}><DraftLine row={row} isPicked={picked.has(row.path)} onPick={(isPicked) => { pick([row.path], isPicked); }} /></li>)}</ul>
        </div>
      ))}
    </section>
  );
}

function PickAll({ paths, picked, label, onPick }: { paths: readonly string[]; picked: ReadonlySet<string>; label: string; onPick: (paths: readonly string[], isPicked: boolean) => void }) {
  const count = paths.filter((path) => picked.has(path)).length;
  return <PickBox isPicked={count === paths.length} isPartly={count > 0 && count < paths.length} onChange={() => { onPick(paths, count < paths.length); }}><strong className="draft-of"><bdi>{label}</bdi></strong></PickBox>;
}

function DraftLine({ row: { path, draft }, isPicked, onPick }: { row: DraftRow; isPicked: boolean; onPick: (isPicked: boolean) => void }) {
  const { t, preferences: { language } } = usePreferences();
  const nameOf = useDocumentName();
  const { of, part } = nameOf(path);
  const when = draft.state === 'scheduled' && draft.publishAt !== null ? t('editor.publish.goesOut', { at: formatMoment(draft.publishAt, language) }) : formatMoment(draft.updatedAt, language);
  return (
    <PickBox isPicked={isPicked} onChange={onPick}>
      <span className="draft-words">
        <span className="draft-name">{part || of}<StateMark state={draft.state} />{draft.removes && <span className="draft-removes">{t('editor.publish.removes')}</span>}</span>
        <span className="draft-facts">{draft.editor.name} · {when}</span>
        {draft.returned && <span className="draft-returned"><TriangleAlert size={12} aria-hidden />{t(`editor.publish.returned.${draft.returned}`)}</span>}
      </span>
    </PickBox>
  );
}

function groupOf(path: string): string {
  const place = readDocumentPath(path);
  return place && 'articleId' in place ? place.articleId : path;
}
