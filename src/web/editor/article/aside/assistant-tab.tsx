import { BotMessageSquare, SendHorizontal } from 'lucide-react';
import { useState } from 'react';
import { Button, Form, Input, Label, TextField } from 'react-aria-components';
import { LOCALES } from '../../../../domain/locales.ts';
import type { RouteOutput } from '../../../../protocol/http.ts';
import { RequestError } from '../../../staff/connection/request.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../../connection/editor-context.tsx';
import { proposedDocuments } from '../../state/proposed-documents.ts';
import type { AsideProps } from './aside-tabs.tsx';
import { GoldenList } from './golden-list.tsx';
import { TriedAnswer } from './tried-answer.tsx';

type Tried = RouteOutput<'tryUtterance'>;

/** What the assistant would say to a question: as published, and with what is written here. */
export function AssistantTab(props: AsideProps) {
  const { article, locale, translation, settings } = props;
  const { t } = usePreferences();
  const { api } = useEditor();
  const [utterance, setUtterance] = useState('');
  const [tried, setTried] = useState<{ readonly utterance: string; readonly answer: Tried } | null>(null);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const documents = proposedDocuments([translation, settings]);

  async function ask(words: string): Promise<void> {
    if (words.trim() === '' || isPending) return;
    setPending(true);
    setError(null);
    try {
      setTried({ utterance: words.trim(), answer: await api.tryUtterance({ utterance: words.trim(), locale, documents }) });
    } catch (cause) {
      setError(cause instanceof RequestError ? cause.code : 'internal');
    }
    setPending(false);
  }
  const draft = tried?.answer.draft;
  return (
    <>
      <Form className="try-form" onSubmit={(event) => { event.preventDefault(); void ask(utterance); }}>
        <TextField className="field" value={utterance} onChange={setUtterance} maxLength={4_000}>
          <Label>{t('editor.try.label')}</Label>
          <Input lang={locale} dir={LOCALES[locale].direction} placeholder={t('editor.try.placeholder')} autoComplete="off" />
        </TextField>
        <Button className="button" data-kind="primary" data-icon-only type="submit" aria-label={t('editor.try.ask')} isDisabled={utterance.trim() === '' || isPending}><SendHorizontal size={16} aria-hidden className="mirrored" /></Button>
      </Form>
      <div role="status" aria-live="polite">{isPending && <p className="aside-note">{t('editor.try.pending')}</p>}</div>
      {error !== null && <p className="form-alert" role="alert">{t([`errors.${error}`, 'errors.internal'])}</p>}
      {tried ? (
        <div className="tried" aria-busy={isPending}>
          {tried.answer.problems.length > 0 && <p className="form-alert">{t('editor.try.unreadable', { problem: tried.answer.problems[0]?.problem ?? '' })}</p>}
          <div className="tried-sides" data-both={draft !== null && draft !== undefined}>
            <TriedAnswer title={t('editor.try.published')} tried={tried.answer.published} articleId={article.id} />
            {draft && <TriedAnswer title={t('editor.try.draft')} tried={draft} articleId={article.id} />}
          </div>
          {!draft && tried.answer.problems.length === 0 && <p className="aside-note">{t('editor.try.same')}</p>}
        </div>
      ) : !isPending && <div className="placeholder"><BotMessageSquare size={20} aria-hidden /><p>{t('editor.try.empty')}</p></div>}
      <GoldenList articleId={article.id} locale={locale} documents={documents} asked={tried?.utterance ?? null} onAsk={(words) => { setUtterance(words); void ask(words); }} />
    </>
  );
}
