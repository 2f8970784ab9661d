import { Lock, SendHorizontal } from 'lucide-react';
import { useImperativeHandle, useLayoutEffect, useRef, type KeyboardEvent, type Ref } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { AssistBar } from '../assist/assist-bar.tsx';
import { DraftLine, ToolLine } from '../assist/draft-line.tsx';
import { SuggestionCard } from '../assist/suggestion-card.tsx';
import { useComposerTools } from '../assist/use-composer-tools.ts';
import { MAX_MESSAGE_LENGTH } from './message-limits.ts';
import { useDesk, useDeskState } from '../connection/desk-context.tsx';
import { ExplainedButton } from '../controls/explained-button.tsx';
import { showNotice } from '../controls/toasts.tsx';
import { formatNumber } from '../format/names.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { afterSending, typeReply, type Draft } from '../state/drafts.ts';
import type { DeskConversation } from '../state/model.ts';
import { sendModifier } from '../workspace/shortcut-dialog.tsx';
import { useShortcuts } from '../workspace/use-shortcuts.ts';
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
  const { t, preferences: { enterSends } } = usePreferences();
  const desk = useDesk();
  const tools = useComposerTools(conversation, draft, onChange);
  useShortcuts(tools && !tools.running ? { suggest: tools.suggest } : {});
  const { mode } = draft;
  const text = draft[mode];
  const obstacle = text.trim() === '' ? t(`composer.empty.${mode}`)
    : text.length > MAX_MESSAGE_LENGTH ? t('composer.tooLong', { count: MAX_MESSAGE_LENGTH })
      : actions.obstacle(mode);

  function send(): void {
    if (obstacle !== null) {
      if (text.trim() !== '') showNotice('problem', obstacle);
      return;
    }
    desk.send(conversation.id, mode, text.trim(), mode === 'reply' ? draft.original : undefined);
    onChange(afterSending(draft));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return; // 229: Safari, as a composition ends
    if (!(event.ctrlKey || event.metaKey) && (!enterSends || event.shiftKey)) return;
    event.preventDefault();
    send();
  }

  return (
    <>
      {tools?.suggestion && (
        <SuggestionCard suggestion={tools.suggestion} isOld={conversation.contactSeq > tools.suggestion.contactSeq} onUse={tools.use} onDiscard={tools.discard} />
      )}
      <div className="composer" data-mode={mode}>
        <div className="composer-head">
          <ComposerTabs mode={mode} onChange={(chosen) => { onChange({ mode: chosen }); }} />
          {tools && mode === 'reply' && <AssistBar tools={tools} contactLocale={conversation.locale} />}
        </div>
        <GrowingInput
          ref={ref}
          label={t(`composer.${mode}`)}
          placeholder={t(`composer.placeholder.${mode}`)}
          value={text}
          onKeyDown={onKeyDown}
          onChange={(value) => {
            onChange(mode === 'reply' ? typeReply(draft, value) : { note: value });
            if (mode === 'reply' && actions.obstacle('reply') === null) desk.noteTyping(conversation.id);
          }}
        />
        {tools && <ToolLine tools={tools} />}
        {mode === 'reply' && <DraftLine draft={draft} locale={conversation.locale} onChange={onChange} />}
        <div className="composer-foot">
          <ComposerHint mode={mode} length={text.length} obstacle={actions.obstacle(mode)} claim={actions.obstacle('claim') === null ? () => { actions.attempt('claim'); } : null} />
          <SendButton mode={mode} obstacle={obstacle} onPress={send} />
        </div>
      </div>
    </>
  );
}

function ComposerTabs({ mode, onChange }: { mode: Draft['mode']; onChange: (mode: Draft['mode']) => void }) {
  const { t } = usePreferences();
  return (
    <ToggleButtonGroup
      className="composer-tabs"
      aria-label={t('composer.kind')}
      disallowEmptySelection
      selectedKeys={[mode]}
      onSelectionChange={(keys) => { onChange(keys.has('note') ? 'note' : 'reply'); }}
    >
      <ToggleButton id="reply" className="composer-tab">{t('composer.reply')}</ToggleButton>
      <ToggleButton id="note" className="composer-tab"><Lock size={12} aria-hidden />{t('composer.note')}</ToggleButton>
    </ToggleButtonGroup>
  );
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

/** Why this cannot be sent now and what to press, or how much room is left, or who will read it. */
function ComposerHint({ mode, length, obstacle, claim }: { mode: Draft['mode']; length: number; obstacle: string | null; claim: (() => void) | null }) {
  const { t, preferences: { language } } = usePreferences();
  const online = useDeskState((state) => state.link !== 'offline');
  if (obstacle !== null) {
    return (
      <p className="composer-hint" data-strong>
        <span>{obstacle}</span>
        {claim && <button type="button" className="button" onClick={claim}>{t('composer.claim')}</button>}
      </p>
    );
  }
  if (length > MAX_MESSAGE_LENGTH * 0.9) {
    return <p className="composer-hint" data-strong={length > MAX_MESSAGE_LENGTH}>{formatNumber(length, language)} / {formatNumber(MAX_MESSAGE_LENGTH, language)}</p>;
  }
  if (!online) return <p className="composer-hint">{t('composer.offline')}</p>;
  return <p className="composer-hint">{t(`composer.readers.${mode}`)}</p>;
}

interface GrowingInputProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly ref: Ref<HTMLTextAreaElement>;
}

/** As high as its text, up to the limit of the style sheet. */
function GrowingInput({ label, placeholder, value, onChange, onKeyDown, ref }: GrowingInputProps) {
  const element = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => element.current as HTMLTextAreaElement);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [value]);
  return (
    <textarea
      ref={element} className="composer-input" dir="auto" rows={2} aria-label={label} placeholder={placeholder} value={value}
      onChange={(event) => { onChange(event.target.value); }} onKeyDown={onKeyDown}
    />
  );
}
