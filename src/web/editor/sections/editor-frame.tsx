import { Suspense } from 'react';
import { WifiOff } from 'lucide-react';
import { RequestError } from '../../staff/connection/request.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { isArticle, LIBRARY } from '../state/place.ts';
import { EditorRail } from './editor-rail.tsx';
import { ArticlePage, SECTIONS } from './sections.tsx';
import { usePlace } from './use-place.ts';

/** The editor of somebody who is signed in: its parts at the edge, and the one that is open. */
export function EditorFrame({ onSignOut }: { onSignOut: () => void }) {
  const place = usePlace();
  const section = isArticle(place) ? LIBRARY : place.section;
  const row = SECTIONS[section] ?? SECTIONS[LIBRARY];
  return (
    <div className="desk-frame">
      <OfflineBar />
      <EditorRail section={section} onSignOut={onSignOut} />
      <main className="section-page" data-fixed={isArticle(place)}>
        <Suspense>
          {isArticle(place) ? <ArticlePage key={place.articleId} articleId={place.articleId} locale={place.locale} /> : row && <row.page part={'part' in place ? place.part : ''} />}
        </Suspense>
      </main>
    </div>
  );
}

/** Writing goes on without a connection; who looks at the library should know that it is an old one. */
function OfflineBar() {
  const { t } = usePreferences();
  const { library: { error } } = useEditor();
  const isOffline = error instanceof RequestError && error.code === 'offline';
  return <div className="connection" role="status">{isOffline && <p className="connection-bar"><WifiOff size={16} aria-hidden />{t('editor.offline')}</p>}</div>;
}
