import { SendHorizontal } from 'lucide-react';
import { useImperativeHandle, useRef, type KeyboardEvent, type Ref } from 'react';
import { occurrences, openVariables } from '../../../domain/macro.ts';
import { allows } from '../../../domain/roles.ts';
import { AssistBar } from '../assist/assist-bar.tsx';
import { DraftLine, ToolLine } from '../assist/draft-line.tsx';
import { SuggestionCard } from '../assist/suggestion-card.tsx';
import { useComposerTools } from '../assist/use-composer-tools.ts';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import { ExplainedButton } from '../../staff/controls/explained-button.tsx';
import { showNotice } from '../../staff/controls/toasts.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { afterSending, textOf, toOutgoing, writeText, type Draft } from '../state/drafts.ts';
import type { DeskConversation } from '../state/model.ts';
import { sendModifier } from '../workspace/shortcut-dialog.tsx';
import { useShortcuts } from '../workspace/use-shortcuts.ts';
import { ArticleStrip } from './composing/article-strip.tsx';
import { ComposerHint } from './composing/composer-hint.tsx';
import { ComposerPopovers } from './composing/composer-popovers.tsx';
import { ComposerTabs } from './composing/composer-tabs.tsx';
import { ComposerToolbar } from './composing/composer-toolbar.tsx';
import { EnclosedList } from './composing/enclosed-list.tsx';
import { GrowingInput } from './composing/growing-input.tsx';
import { OpenVariables } from './composing/open-variables.tsx';
import { SecretWarning } from './composing/secret-warning.tsx';
import { modeObstacle, sendObstacle } from './composing/send-obstacle.ts';
import { useSuggestedArticles } from './composing/use-articles.ts';
import { useFiles } from './composing/use-files.ts';
import { useLists } from './composing/use-lists.ts';
import { useMacros } from './composing/use-macros.ts';
import { useMacroValues } from './composing/use-macro-values.ts';
import { useSecretCheck } from './composing/use-secret-check.ts';
import { useTextEditing } from './composing/use-text-editing.ts';
import { useWishedWhisper } from './composing/use-wished-whisper.ts';
import type { Actions } from './use-actions.ts';

interface ComposerProps {
  readonly conversation: DeskConversation;
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly actions: Actions;
  readonly ref: Ref<HTMLTextAreaElement>;
}

/** Where replies and notes are written. What is written stays, whatever happens to the conversation meanwhile. */
export function Composer({ conversation, draft, onChange, actions, ref }: ComposerProps) {
  const { t } = usePreferences();
  const [box, input] = [useRef<HTMLDivElement>(null), useRef<HTMLTextAreaElement>(null)];
  useImperativeHandle(ref, () => input.current as HTMLTextAreaElement);
  const tools = useComposerTools(conversation, draft, onChange);
  useShortcuts(tools && !tools.running ? { suggest: tools.suggest } : {});
  const { mode } = draft;
  const writing = useWriting({ conversation, draft, onChange, actions }, input);
  const { editing, lists, macros, suggested, files, candidates, values, secrets, obstacle, refusal, mayWhisper, send, write, onKeyDown } = writing;
  const reply = mode === 'reply';
  return (
    <>
      {tools?.suggestion && (
        <SuggestionCard suggestion={tools.suggestion} isOld={conversation.contactSeq > tools.suggestion.contactSeq} onUse={tools.use} onDiscard={tools.discard} />
      )}
      {reply && <ArticleStrip suggested={suggested} onOpen={lists.openArticles} />}
      <div ref={box} className="composer" data-mode={mode} data-drop={files.isOver} {...files.onDrag}>
        <div className="composer-head">
          <ComposerTabs mode={mode} mayWhisper={mayWhisper} onChange={(chosen) => { onChange({ mode: chosen }); }} />
          {tools && reply && <AssistBar tools={tools} contactLocale={conversation.locale} />}
        </div>
        <GrowingInput
          element={input} label={t(`composer.${mode}`)} placeholder={t(`composer.placeholder.${mode}`)} value={textOf(draft)}
          onKeyDown={onKeyDown} onPaste={files.onPaste} onChange={write}
        />
        {reply && (
          <OpenVariables
            open={openVariables(draft.reply)} candidates={candidates}
            onFill={(variable, value) => { const [first] = occurrences(draft.reply, variable); if (first) editing.replace(first, value); }}
            onSelect={(variable) => { const [first] = occurrences(draft.reply, variable); if (first) editing.select(first); }}
          />
        )}
        <SecretWarning found={secrets.found} onTakeOut={(redacted) => { onChange(writeText(draft, redacted)); editing.focus(); }} />
        {tools && <ToolLine tools={tools} />}
        {reply && <DraftLine draft={draft} locale={conversation.locale} onChange={onChange} />}
        {reply && <EnclosedList draft={draft} uploads={files.uploads} onChange={onChange} />}
        <div className="composer-foot">
          <ComposerToolbar mode={mode} onMacros={lists.openMacros} onArticles={() => { lists.openArticles(null); }} onMentions={lists.openMentions} onFiles={files.add} />
          <ComposerHint
            mode={mode} length={textOf(draft).length} obstacle={refusal} owner={conversation.owner.kind === 'agent' ? conversation.owner.name : ''}
            claim={reply && actions.obstacle('claim') === null ? () => { actions.attempt('claim'); } : null}
          />
          <SendButton mode={mode} obstacle={obstacle} onPress={send} />
        </div>
      </div>
      <ComposerPopovers trigger={box} conversation={conversation} draft={draft} lists={lists} macros={macros} values={values} suggested={suggested} />
    </>
  );
}

/** What the parts of the composer share. */
function useWriting({ conversation, draft, onChange, actions }: Omit<ComposerProps, 'ref'>, input: React.RefObject<HTMLTextAreaElement | null>) {
  const { t } = usePreferences();
  const me = useDeskState((state) => state.me);
  const mayWhisper = allows(me.role, 'conversations.oversee');
  const editing = useTextEditing(input, draft, onChange);
  const macros = useMacros(draft.mode === 'reply');
  const { candidates, values } = useMacroValues(conversation, macros);
  const suggested = useSuggestedArticles(conversation, draft.mode === 'reply');
  const files = useFiles(conversation.id, draft);
  const secrets = useSecretCheck(textOf(draft));
  const lists = useLists({ conversation, draft, onChange, editing, values });
  const moment = { t, conversation, me, actions, uploads: files.uploads };
  const obstacle = sendObstacle(draft, moment);
  useWishedWhisper(mayWhisper, onChange, editing);
  const keys = useKeys({ conversation, draft, onChange, actions }, { obstacle, lists, secrets });
  return { editing, macros, candidates, values, suggested, files, secrets, lists, obstacle, refusal: modeObstacle(draft.mode, moment), mayWhisper, ...keys };
}

/** What typing and sending do. */
function useKeys({ conversation, draft, onChange, actions }: Omit<ComposerProps, 'ref'>, { obstacle, lists, secrets }: {
  obstacle: string | null;
  lists: ReturnType<typeof useLists>;
  secrets: ReturnType<typeof useSecretCheck>;
}) {
  const { preferences: { enterSends } } = usePreferences();
  const desk = useDesk();

  function send(): void {
    const { kind, text, enclosed } = toOutgoing(draft);
    if (obstacle !== null) {
      if (text !== '') showNotice('problem', obstacle);
      return;
    }
    // Who has just written a secret is warned once; whoever sends again has read what becomes of it.
    if (secrets.warn(textOf(draft))) return;
    desk.send(conversation.id, kind, text, enclosed);
    onChange(afterSending(draft));
  }

  function write(value: string, caret: number): void {
    if (lists.openBySign(value, caret)) return;
    onChange(writeText(draft, value));
    if (draft.mode === 'reply' && actions.obstacle('reply') === null) desk.noteTyping(conversation.id);
    else desk.noteWriting(conversation.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const modifier = event.ctrlKey || event.metaKey;
    if (modifier && event.key === '/') {
      event.preventDefault();
      lists.openMacros();
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return; // 229: Safari, as a composition ends
    if (!modifier && (!enterSends || event.shiftKey)) return;
    event.preventDefault();
    send();
  }

  return { send, write, onKeyDown };
}

function SendButton({ mode, obstacle, onPress }: { mode: Draft['mode']; obstacle: string | null; onPress: () => void }) {
  const { t, preferences: { enterSends } } = usePreferences();
  return (
    <ExplainedButton
      icon={SendHorizontal}
      kind="primary"
      label={t(`composer.send.${mode}`)}
      description={enterSends ? t('composer.sendEnter') : t('composer.sendKeys', { modifier: sendModifier() })}
      obstacle={obstacle}
      onPress={onPress}
      onRefused={(words) => { showNotice('problem', words); }}
    />
  );
}
