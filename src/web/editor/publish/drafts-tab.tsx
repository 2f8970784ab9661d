import { FileCheck2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { readDocumentPath } from '../../../domain/documents/document-path.ts';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { Library } from '../connection/editor-context.tsx';
import { DraftList } from './draft-list.tsx';
import { PlanPane } from './plan-pane.tsx';

/** What waits, what of it goes out, and what that would do. */
export function DraftsTab({ drafts }: { drafts: Library['drafts'] }) {
  const { t } = usePreferences();
  const [chosenHere, setPicked] = useState<ReadonlySet<string> | null>(null);
  // Until somebody picks, what the address asks for: its drafts may arrive after the page.
  const picked = useMemo(() => chosenHere ?? pickAsked(drafts), [chosenHere, drafts]);
  const chosen = useMemo(() => drafts.filter(({ path }) => picked.has(path)), [drafts, picked]);
  if (drafts.length === 0) {
    return (
      <div className="placeholder placeholder-large">
        <FileCheck2 size={24} aria-hidden /><h2>{t('editor.publish.none.title')}</h2><p>{t('editor.publish.none.words')}</p>
        <InnerLink className="button" href="/editor">{t('editor.article.toLibrary')}</InnerLink>
      </div>
    );
  }
  return (
    <div className="drafts">
      <DraftList drafts={drafts} picked={picked} onPick={setPicked} />
      {chosen.length > 0
        ? <PlanPane chosen={chosen} onDone={() => { setPicked(new Set()); }} />
        : <div className="placeholder placeholder-large"><p>{t('editor.publish.pick')}</p></div>}
    </div>
  );
}

/** An article's own page leads here with its drafts picked. */
function pickAsked(drafts: Library['drafts']): ReadonlySet<string> {
  const asked = new URLSearchParams(location.search).get('article');
  return new Set(drafts.map(({ path }) => path).filter((path) => {
    const place = readDocumentPath(path);
    return asked !== null && place !== undefined && 'articleId' in place && place.articleId === asked;
  }));
}
