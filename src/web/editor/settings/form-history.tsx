import { ChevronRight } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { PageState } from '../../staff/controls/page-state.tsx';
import { formatMoment } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import { useLoaded } from '../connection/use-loaded.ts';
import { TextDiff } from '../diff/text-diff.tsx';

/** Who changed a file of settings, and what. @param version of the file: another is another history. */
export function FormHistory({ path, version }: { path: string; version: number }) {
  const { t, preferences: { language } } = usePreferences();
  const { api } = useEditor();
  const read = useCallback(async () => { void version; return (await api.listRevisions(path)).revisions.filter(({ kind }) => kind === 'published'); }, [api, path, version]);
  const { value, failed, reload } = useLoaded(read);
  return (
    <section className="form-history" aria-label={t('editor.form.history')}>
      <h2>{t('editor.form.history')}</h2>
      {!value ? <PageState failed={failed} onRetry={reload} /> : value.map(({ number, editor, at }, i) => (
        <FormRevision key={number} path={path} number={number} before={value[i + 1]?.number ?? 0} words={`${editor.id === null ? t('editor.history.system') : editor.name} · ${formatMoment(at, language)}`} />
      ))}
    </section>
  );
}

function FormRevision({ path, number, before, words }: { path: string; number: number; before: number; words: string }) {
  const { t } = usePreferences();
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure className="planned" isExpanded={isOpen} onExpandedChange={setOpen}>
      <Heading className="planned-head">
        <Button slot="trigger" className="planned-trigger"><ChevronRight className="planned-arrow mirrored" size={14} aria-hidden /><span className="planned-name">{t('editor.history.revision', { number })}</span><span className="publication-facts">{words}</span></Button>
      </Heading>
      <DisclosurePanel>{isOpen && <Changes path={path} number={number} before={before} />}</DisclosurePanel>
    </Disclosure>
  );
}

function Changes({ path, number, before }: { path: string; number: number; before: number }) {
  const { t } = usePreferences();
  const { api } = useEditor();
  const read = useCallback(() => Promise.all([before, number].map(async (one) => (one === 0 ? '' : (await api.readRevision(path, one)).revision.text ?? ''))), [api, path, number, before]);
  const { value, failed, reload } = useLoaded(read);
  return value ? <TextDiff before={value[0] ?? ''} after={value[1] ?? ''} label={t('editor.publish.differences')} locale={null} /> : <PageState failed={failed} onRetry={reload} />;
}
