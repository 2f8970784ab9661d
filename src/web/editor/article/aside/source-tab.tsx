import { Check, Languages, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { readTranslationText } from '../../../../domain/documents/edit-translation-text.ts';
import { RequestError } from '../../../staff/connection/request.ts';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { ConfirmDialog } from '../../../staff/controls/confirm-dialog.tsx';
import { formatMoment } from '../../../staff/format/names.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../../connection/editor-context.tsx';
import { TextDiff } from '../../diff/text-diff.tsx';
import type { ReadDocument } from '../../state/document-session.ts';
import { AnswerMarkdown } from './answer-markdown.tsx';
import type { AsideProps } from './aside-tabs.tsx';
import { DifferenceList } from './difference-list.tsx';

type Source = NonNullable<ReadDocument['source']>;

/** For a translation: the source as it is, what changed in it since, and where the facts differ. */
export function SourceTab(props: AsideProps) {
  const { t } = usePreferences();
  const { source } = props.translation.state.known ?? {};
  if (!source) return <p className="aside-note">{t('editor.source.none')}</p>;
  return (
    <>
      <SourceState source={source} />
      <DifferenceList differences={source.differences} />
      <SourceWords source={source} />
      <Propose {...props} />
    </>
  );
}

function SourceState({ source: { state, then, now } }: { source: Source }) {
  const { t, preferences: { language } } = usePreferences();
  const Shape = state === 'current' ? Check : TriangleAlert;
  const words = state === 'missing' ? t('editor.source.missing') : t(`editor.source.${state === 'stale' && then?.number === now.number ? 'differs' : state}`, { at: formatMoment(now.at, language), name: now.editor.name });
  return <p className="source-state" data-state={state}><Shape size={16} aria-hidden /><span>{words}</span></p>;
}

function SourceWords({ source: { now, then } }: { source: Source }) {
  const { t } = usePreferences();
  const changed = then !== null && then.text !== now.text;
  const [shown, setShown] = useState<'changes' | 'text'>(changed ? 'changes' : 'text');
  const fields = readTranslationText(now.text ?? '');
  return (
    <>
      {changed && (
        <ToggleButtonGroup className="segments" aria-label={t('editor.source.show')} selectionMode="single" disallowEmptySelection selectedKeys={[shown]} onSelectionChange={(keys) => { setShown([...keys][0] as typeof shown); }}>
          <ToggleButton id="changes" className="segment">{t('editor.source.changes')}</ToggleButton>
          <ToggleButton id="text" className="segment">{t('editor.source.text')}</ToggleButton>
        </ToggleButtonGroup>
      )}
      {changed && shown === 'changes' ? <TextDiff before={then.text ?? ''} after={now.text ?? ''} label={t('editor.source.changes')} locale="en" /> : fields && (
        <div className="source-text" lang="en" dir="ltr">
          <h2>{fields.title}</h2><p className="source-summary">{fields.summary}</p>
          <AnswerMarkdown text={fields.body} />
          <h3 lang="">{t('editor.fields.phrasings')}</h3>
          <ul className="source-phrasings">{fields.phrasings.map((phrasing, i) => <li key={i}>{phrasing}</li>)}</ul>
        </div>
      )}
    </>
  );
}

/** A translation by the configured model, as a draft: it takes the place of what is here, and an editor looks it through. */
function Propose({ article, locale, translation: { session, state } }: AsideProps) {
  const { t } = usePreferences();
  const { api, assist } = useEditor();
  const [isPending, setPending] = useState(false);
  const [isAsking, setAsking] = useState(false);
  if (!assist || state.text === null) return null;

  async function propose(): Promise<void> {
    setPending(true);
    try {
      const { text, warnings } = await api.proposeTranslation({ articleId: article.id, locale, source: null });
      session.change(text);
      showNotice('done', t(warnings.length > 0 ? 'editor.begin.proposedWithWarnings' : 'editor.begin.proposed'));
    } catch (error) {
      showNotice('problem', t([`editor.begin.errors.${error instanceof RequestError ? error.code : ''}`, 'editor.begin.errors.other']));
    }
    setPending(false);
  }
  return (
    <>
      <Button className="button" isDisabled={isPending} onPress={() => { setAsking(true); }}><Languages size={14} aria-hidden />{t(isPending ? 'editor.begin.proposing' : 'editor.source.propose')}</Button>
      {isAsking && <ConfirmDialog title={t('editor.source.proposeTitle')} words={t('editor.source.proposeWords')} action={t('editor.source.propose')} onConfirm={() => { void propose(); }} onClose={() => { setAsking(false); }} />}
    </>
  );
}
