import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { LONGEST_MESSAGE } from '../conversation/longest-message.ts';
import type { Draft } from '../page/draft.ts';
import type { Redaction } from '../secrets/secret-check.ts';
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
    client.send({ type: 'message', text: message.trim().slice(0, LONGEST_MESSAGE), ...(checked ? {} : { unchecked: true }) });
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
      if (busy || text.trim() === '') return;
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
