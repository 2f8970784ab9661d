/** @jsxImportSource preact */
import type { JSX, RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { ConversationView } from '../conversation/conversation-view.ts';
import type { Translate } from '../../shared/phrases.ts';
import { LONGEST_MESSAGE } from '../conversation/longest-message.ts';
import type { Draft } from '../page/draft.ts';
import type { TrayFile } from '../connection/client-state.ts';
import { Icon } from './icon.tsx';
import { Later } from './later.tsx';
import { SecretWarning } from './secret-warning.tsx';
import { useSurroundings } from './surroundings.ts';
import { canSend, useWriting } from './use-writing.ts';

/** From here on the characters that are left are counted. */
const COUNT_FROM = LONGEST_MESSAGE - 200;
/** The field grows with its text up to this height, px. */
const TALLEST = 132;

export interface ComposerProps {
  readonly view: ConversationView | null;
  readonly files: readonly TrayFile[];
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** What was being written when the page was left. */
  readonly draft: Draft;
}

/** Where the contact writes. Enter sends, Shift+Enter breaks the line; while an input method composes, Enter is its own. */
export function Composer({ view, files, field, draft }: ComposerProps): JSX.Element {
  const { t, secrets } = useSurroundings();
  const { text, busy, found, write, send, edit, sendWithout } = useWriting(field, draft);
  useLayoutEffect(() => { fitHeight(field.current); }, [text]);

  const onKeyDown = (event: KeyboardEvent): void => {
    // keyCode 229: Safari has ended the composition by the time its Enter is reported.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === 'Escape' && found && !composing) {
      event.stopPropagation();
      edit();
    } else if (event.key === 'Enter' && event.target === field.current && !event.shiftKey && !composing) {
      event.preventDefault();
      send();
    }
  };

  const left = LONGEST_MESSAGE - text.length;
  return (
    <div onKeyDown={onKeyDown}>
      {found && <SecretWarning found={found} onEdit={edit} onSend={sendWithout} />}
      <Later part="Tray" files={files} field={field} />
      <form class="composer" onSubmit={(event) => { event.preventDefault(); send(); }}>
        <span class="attach"><Later part="Attach" /></span>
        <textarea ref={field} rows={1} dir={text === '' ? undefined : 'auto'} enterkeyhint="send" maxLength={LONGEST_MESSAGE}
          aria-label={t('composer')} placeholder={placeholder(t, view)} value={text} onFocus={secrets.prepare}
          onInput={(event) => { write(event.currentTarget.value); }} />
        <button type="submit" class="send" aria-label={t('send')} title={t('send')} aria-busy={busy} aria-disabled={!canSend(text, files)}><Icon name="arrow-up" size={20} /></button>
        {text.length >= COUNT_FROM && <p class="count" role="status">{t('charactersLeft', { count: left })}</p>}
      </form>
    </div>
  );
}

function placeholder(t: Translate, view: ConversationView | null): string {
  if (view?.status === 'resolved') return t('composerResolved');
  switch (view?.owner.kind) {
    case 'queue':
      return t('composerQueue');
    case 'agent':
      return t('composerAgent', { name: view.owner.name });
    default:
      return t('composerAssistant');
  }
}

function fitHeight(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, TALLEST)}px`;
  field.style.overflowY = field.scrollHeight > TALLEST ? 'auto' : 'hidden';
}
