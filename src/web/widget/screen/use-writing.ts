import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { TrayFile } from '../connection/client-state.ts';
import { LONGEST_MESSAGE } from '../conversation/longest-message.ts';
import type { Draft } from '../page/draft.ts';
import type { Redaction } from '../secrets/secret-check.ts';
import { namesOf } from './sent-files.tsx';
import { useSurroundings } from './surroundings.ts';

export interface Writing {
  readonly text: string;
  /** A message waits for its check. */
  readonly busy: boolean;
  /** What keeps the message from being sent as it is. */
  readonly found: Redaction | undefined;
  write(value: string): void;
  send(): void;
  /** Back to the text, with its first secret selected. */
  edit(): void;
  /** Sends the message without its secrets. */
  sendWithout(): void;
}

/** There is something to send, and nothing of it is still under way or has failed. */
export function canSend(text: string, files: readonly TrayFile[]): boolean {
  return (text.trim() !== '' || files.length > 0) && files.every(({ kept }) => kept);
}

/** What becomes of the text in the field: nothing leaves it before it was checked for secrets. */
export function useWriting(field: RefObject<HTMLTextAreaElement | null>, draft: Draft): Writing {
  const { client, secrets } = useSurroundings();
  const [text, setText] = useState(draft.get);
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Redaction>();

  function put(value: string): void {
    setText(value);
    draft.set(value);
    // Whatever was found, it was found in another text.
    setFound(undefined);
  }

  function deliver(message: string, rest: string, checked: boolean): void {
    const files = client.state().files.flatMap(({ kept }) => kept ?? []);
    // The wire knows no message without words.
    const words = message.trim() || namesOf(files);
    client.setFiles(() => []);
    client.send({ type: 'message', text: words.slice(0, LONGEST_MESSAGE), ...(files.length > 0 ? { files } : {}), ...(checked ? {} : { unchecked: true }) });
    put(rest);
  }

  return {
    text, busy, found,
    write(value) {
      put(value);
      secrets.prepare();
      client.typing();
    },
    send() {
      field.current?.focus();
      if (busy || !canSend(text, client.state().files)) return;
      setBusy(true);
      secrets.check(text, (redaction) => {
        setBusy(false);
        const now = draft.get();
        // Whoever went on writing meanwhile keeps that; whoever changed the message presses again.
        if (!now.startsWith(text)) return;
        if (redaction && redaction.secrets.length > 0) setFound(redaction);
        else deliver(text, now.slice(text.length), redaction !== undefined);
      });
    },
    edit() {
      const [first] = found?.secrets ?? [];
      // In this order, since browsers bring a selection into sight when the field takes focus.
      field.current?.setSelectionRange(first?.start ?? 0, first?.end ?? 0);
      field.current?.focus();
      setFound(undefined);
    },
    sendWithout() {
      const redaction = secrets.redact(text);
      field.current?.focus();
      if (redaction) deliver(redaction.text, '', true);
    },
  };
}
