import { Check, CircleAlert, CloudOff, GitMerge, LoaderCircle } from 'lucide-react';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import type { OpenDocument } from './use-document.ts';

/** Whether the server has what stands on the screen; read aloud when it does not. */
export function SaveState({ documents }: { documents: readonly (OpenDocument | null)[] }) {
  const { t } = usePreferences();
  const states = documents.flatMap((document) => (document ? [document.state] : []));
  const refused = states.map(({ saving }) => saving).find((saving) => saving.state === 'refused');
  if (states.some(({ clash }) => clash)) return <span className="save-state" data-kind="problem" role="status"><GitMerge size={14} aria-hidden />{t('editor.saving.clash')}</span>;
  if (refused) return <span className="save-state" data-kind="problem" role="status" title={refused.words}><CircleAlert size={14} aria-hidden />{t([`editor.saving.refused.${refused.code}`, 'editor.saving.refused.other'])}</span>;
  if (states.some(({ saving }) => saving.state === 'offline')) return <span className="save-state" data-kind="offline" role="status"><CloudOff size={14} aria-hidden />{t('editor.saving.offline')}</span>;
  if (states.some(({ saving }) => saving.state !== 'saved')) return <span className="save-state" role="status"><LoaderCircle size={14} aria-hidden />{t('editor.saving.saving')}</span>;
  const isDraft = states.some(({ known }) => known?.draft);
  return <span className="save-state" role="status"><Check size={14} aria-hidden />{t(isDraft ? 'editor.saving.saved' : 'editor.saving.nothing')}</span>;
}
