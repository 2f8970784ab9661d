import { Bot, CircleAlert, Redo2, Undo2, X } from 'lucide-react';
import { IconButton } from '../../staff/controls/icon-button.tsx';
import { Clamped } from '../controls/clamped.tsx';
import { PlainText } from '../controls/markdown.tsx';
import { languageName } from '../../staff/format/names.ts';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { redoReply, replaceReply, undoReply, type Draft } from '../state/drafts.ts';
import type { DeskConversation } from '../state/model.ts';
import type { ComposerTools } from './use-composer-tools.ts';

interface DraftLineProps {
  readonly draft: Draft;
  readonly locale: DeskConversation['locale'];
  readonly onChange: (change: Draft) => void;
}

/** What a model did to the draft, and the way back; the agent's own words stay beside a translation. */
export function DraftLine({ draft, locale, onChange }: DraftLineProps) {
  const { t, preferences: { language } } = usePreferences();
  const { original, past = [], undone } = draft;
  if (!original && past.length === 0 && !undone) return null;
  return (
    <div className="draft-line" role="group" aria-label={t('assist.draft.label')}>
      {original && (
        <>
          <p>{t('assist.draft.original', { language: languageName(locale, language) })}</p>
          <blockquote lang={original.locale}><Clamped><PlainText text={original.text} /></Clamped></blockquote>
        </>
      )}
      <div className="draft-line-foot">
        <p role="status">{original || past.length > 0 ? <><Bot size={12} aria-hidden />{t('assist.draft.read')}</> : t('assist.draft.undone')}</p>
        {original && <button type="button" className="text-button" onClick={() => { onChange(replaceReply(draft, { reply: original.text })); }}>{t('assist.draft.back')}</button>}
        {past.length > 0 && past.at(-1)?.reply !== original?.text && (
          <button type="button" className="text-button" onClick={() => { onChange(undoReply(draft)); }}><Undo2 size={12} aria-hidden />{t('assist.draft.undo')}</button>
        )}
        {undone && <button type="button" className="text-button" onClick={() => { onChange(redoReply(draft)); }}><Redo2 size={12} aria-hidden />{t('assist.draft.redo')}</button>}
      </div>
    </div>
  );
}

/** What the model is doing, or why it did not: one line, gone with the next attempt. That a suggestion is there is only read aloud. */
export function ToolLine({ tools: { running, problem, suggestion, stop, dismissProblem } }: { tools: ComposerTools }) {
  const { t } = usePreferences();
  return (
    <div className="tool-line" role="status" data-empty={!running && !problem}>
      {running && <><span className="typing-dots" aria-hidden><span /><span /><span /></span><span>{t(`assist.running.${running}`)}</span><button type="button" className="text-button" onClick={stop}>{t('assist.stop')}</button></>}
      {!running && !problem && suggestion && t('assist.suggestion.title')}
      {!running && problem && <><CircleAlert size={14} aria-hidden /><span>{problem}</span><IconButton icon={X} label={t('close')} onPress={dismissProblem} /></>}
    </div>
  );
}
