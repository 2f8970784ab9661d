import { ArrowLeft } from 'lucide-react';
import { useCallback } from 'react';
import { InnerLink } from '../../staff/controls/inner-link.tsx';
import { PageState } from '../../staff/controls/page-state.tsx';
import { RequestError } from '../../staff/connection/request.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { useLoaded } from '../connection/use-loaded.ts';
import { pathToGap } from './gap-list.tsx';
import { GapView } from './gap-view.tsx';

/** The group that is open. */
export function GapPane({ gapId, days, onChanged }: { gapId: string; days: number; onChanged: () => void }) {
  const { t } = usePreferences();
  const { api } = useEditor();
  const read = useCallback(() => api.readGap(gapId, days), [api, gapId, days]);
  const { value, failed, error, reload } = useLoaded(read);
  const isGone = error instanceof RequestError && (error.code === 'not-found' || error.code === 'invalid-input');
  return (
    <section className="gap-pane" aria-label={t('editor.gaps.group')}>
      <InnerLink className="gap-back" href={pathToGap('')}><ArrowLeft size={14} className="mirrored" aria-hidden />{t('editor.gaps.back')}</InnerLink>
      {value ? <GapView read={value} days={days} onChanged={() => { reload(); onChanged(); }} /> : isGone ? <p className="gap-gone">{t('editor.gaps.gone')}</p> : <PageState failed={failed} onRetry={reload} />}
    </section>
  );
}
