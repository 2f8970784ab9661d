import { CircleCheck, CircleX, Pin, PlayCircle, X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { GoldenQuestion, GoldenResult } from '../../../../domain/golden-question.ts';
import type { Locale } from '../../../../domain/locales.ts';
import { RequestError } from '../../../staff/connection/request.ts';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../../connection/editor-context.tsx';
import { useLoaded } from '../../connection/use-loaded.ts';
import { newId } from '../../state/new-id.ts';

interface GoldenListProps {
  readonly articleId: string;
  readonly locale: Locale;
  /** What is written and not published yet. */
  readonly documents: { path: string; text: string | null }[];
  /** The question that was asked last; null for none. */
  readonly asked: string | null;
  readonly onAsk: (utterance: string) => void;
}

/** Questions that must lead to this article after every publication. */
export function GoldenList({ articleId, locale, documents, asked, onAsk }: GoldenListProps) {
  const { t } = usePreferences();
  const { api } = useEditor();
  const read = useCallback(() => api.listGolden(articleId), [api, articleId]);
  const { value, reload } = useLoaded(read);
  const [results, setResults] = useState<ReadonlyMap<string, GoldenResult>>(new Map());
  const [isRunning, setRunning] = useState(false);
  const questions = value?.questions ?? [];

  async function act(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const code = error instanceof RequestError ? error.code : 'internal';
      showNotice('problem', t([`editor.golden.errors.${code}`, `errors.${code}`, 'errors.internal']));
    }
    reload();
  }
  async function run(): Promise<void> {
    setRunning(true);
    await act(async () => { setResults(new Map((await api.runGolden({ documents })).results.map((result) => [result.question.id, result]))); });
    setRunning(false);
  }
  const isPinned = questions.some((question) => question.utterance === asked && question.locale === locale);
  return (
    <section className="golden" aria-label={t('editor.golden.title')}>
      <div className="golden-head">
        <h2>{t('editor.golden.title')}</h2>
        {asked !== null && <Button className="button" isDisabled={isPinned} onPress={() => { void act(() => api.saveGolden(newId(), { utterance: asked, locale, articleId, action: null })); }}><Pin size={14} aria-hidden />{t(isPinned ? 'editor.golden.pinned' : 'editor.golden.pin')}</Button>}
        {questions.length > 0 && <Button className="button" isDisabled={isRunning} onPress={() => { void run(); }}><PlayCircle size={14} aria-hidden />{t(isRunning ? 'editor.golden.running' : 'editor.golden.run')}</Button>}
      </div>
      {questions.length === 0 ? <p className="aside-note">{t('editor.golden.none')}</p> : (
        <ul>{questions.map((question) => (
          <GoldenRow key={question.id} question={question} result={results.get(question.id)} onAsk={onAsk} onRemove={() => { void act(() => api.removeGolden(question.id)); }} />
        ))}</ul>
      )}
    </section>
  );
}

interface GoldenRowProps {
  readonly question: GoldenQuestion;
  readonly result: GoldenResult | undefined;
  readonly onAsk: (utterance: string) => void;
  readonly onRemove: () => void;
}

function GoldenRow({ question, result, onAsk, onRemove }: GoldenRowProps) {
  const { t } = usePreferences();
  const Shape = result?.holds ? CircleCheck : CircleX;
  return (
    <li className="golden-row">
      {result && <span className="golden-result" data-holds={result.holds}><Shape size={14} aria-hidden /><span className="only-read-aloud">{t(`editor.golden.${result.holds ? 'holds' : 'breaks'}`)}</span></span>}
      <button type="button" className="golden-question" title={t('editor.golden.ask')} onClick={() => { onAsk(question.utterance); }}><bdi lang={question.locale}>{question.utterance}</bdi><span className="golden-locale">{question.locale}</span></button>
      <Button className="button" data-kind="quiet" data-icon-only aria-label={t('editor.golden.remove', { question: question.utterance })} onPress={onRemove}><X size={14} aria-hidden /></Button>
    </li>
  );
}
