import { UserRound } from 'lucide-react';
import { useCallback } from 'react';
import { useTicking } from '../../staff/format/use-ticking.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { OpenDocument } from './use-document.ts';

/** As long after a change somebody counts as being at it. */
const PRESENT_MS = 10 * 60_000;

/** Warns that somebody else writes in the same document. What they write comes in by itself. */
export function OtherEditor({ documents }: { documents: readonly (OpenDocument | null)[] }) {
  const { t } = usePreferences();
  const others = documents.flatMap((document) => (document?.state.other ? [document.state.other] : []));
  const latest = others.toSorted((a, b) => b.at - a.at)[0];
  const isPresent = useTicking(useCallback((now: number) => latest !== undefined && now - latest.at < PRESENT_MS, [latest]));
  if (!latest || !isPresent) return null;
  return <span className="other-editor" role="status"><UserRound size={14} aria-hidden /><span>{t('editor.article.other', { name: latest.name })}</span></span>;
}
