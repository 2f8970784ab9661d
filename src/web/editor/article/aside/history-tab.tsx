import { ArrowLeft, RotateCcw } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { RouteOutput } from '../../../../protocol/http.ts';
import { PageState } from '../../../staff/controls/page-state.tsx';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { formatMoment } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../../connection/editor-context.tsx';
import { useLoaded } from '../../connection/use-loaded.ts';
import { TextDiff } from '../../diff/text-diff.tsx';
import type { AsideProps } from './aside-tabs.tsx';

type RevisionMark = RouteOutput<'listRevisions'>['revisions'][number];

/** Every revision of this language, published or kept: what it changed, and the way back to it. */
export function HistoryTab(props: AsideProps) {
  const { t } = usePreferences();
  const { api } = useEditor();
  const { path, state } = props.translation;
  const version = state.known?.published?.number ?? 0;
  // Another publication is another history.
  const read = useCallback(() => { void version; return api.listRevisions(path); }, [api, path, version]);
  const { value, failed, reload } = useLoaded(read);
  const [opened, setOpened] = useState<RevisionMark | null>(null);
  if (!value) return <PageState failed={failed} onRetry={reload} />;
  if (opened) return <OpenRevision {...props} mark={opened} onClose={() => { setOpened(null); }} />;
  if (value.revisions.length === 0) return <p className="aside-note">{t('editor.history.none')}</p>;
  return (
    <ol className="revisions">
      {value.revisions.map((mark) => (
        <li key={mark.number}>
          <button type="button" className="revision" onClick={() => { setOpened(mark); }}>
            <RevisionWords mark={mark} isPublished={mark.number === version} />
          </button>
        </li>
      ))}
    </ol>
  );
}

function RevisionWords({ mark, isPublished }: { mark: RevisionMark; isPublished: boolean }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <>
      <span className="revision-head"><strong>{t('editor.history.revision', { number: mark.number })}</strong><span className="revision-kind" data-kind={isPublished ? 'now' : mark.kind}>{t(`editor.history.${isPublished ? 'now' : mark.kind}`)}</span></span>
      <span className="revision-facts">{mark.editor.id === null ? t('editor.history.system') : mark.editor.name} · {formatMoment(mark.at, language)}</span>
    </>
  );
}

function OpenRevision({ mark, locale, translation, onClose }: AsideProps & { mark: RevisionMark; onClose: () => void }) {
  const { t } = usePreferences();
  const { api } = useEditor();
  const { path, session, state } = translation;
  const read = useCallback(() => api.readRevision(path, mark.number), [api, path, mark.number]);
  const { value, failed, reload } = useLoaded(read);
  const text = value?.revision.text ?? null;
  function restore(): void {
    if (text === null) return;
    session.change(text);
    showNotice('done', t('editor.history.restored', { number: mark.number }));
    onClose();
  }
  return (
    <>
      <div className="revision-tools">
        <Button className="button" data-kind="quiet" onPress={onClose} autoFocus><ArrowLeft size={14} aria-hidden className="mirrored" />{t('editor.history.back')}</Button>
        <Button className="button" isDisabled={text === null || text === state.text} onPress={restore}><RotateCcw size={14} aria-hidden />{t('editor.history.restore')}</Button>
      </div>
      <div className="revision" data-open="true"><RevisionWords mark={mark} isPublished={false} /></div>
      {!value ? <PageState failed={failed} onRetry={reload} /> : text === null
        ? <p className="aside-note">{t('editor.history.removed')}</p>
        : <><p className="aside-note">{t('editor.history.compared')}</p><TextDiff before={text} after={state.text ?? ''} label={t('editor.history.changes')} locale={locale} /></>}
    </>
  );
}
