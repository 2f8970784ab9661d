import { useMemo, useState, useSyncExternalStore, type ClipboardEvent, type DragEvent } from 'react';
import { useUploads } from '../../connection/desk-context.tsx';
import type { Upload } from '../../connection/uploads.ts';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { Draft } from '../../state/drafts.ts';
import { MOST_ENCLOSED } from '../../state/enclosed.ts';

export interface ComposerFiles {
  /** Of this conversation. */
  readonly uploads: readonly Upload[];
  /** A file is held over the composer. */
  readonly isOver: boolean;
  add(files: readonly File[]): void;
  readonly onPaste: (event: ClipboardEvent) => void;
  readonly onDrag: { onDragOver(event: DragEvent): void; onDragLeave(event: DragEvent): void; onDrop(event: DragEvent): void };
}

/** Files that go along with a reply: chosen, pasted or dropped. */
export function useFiles(conversationId: string, { mode, attachments = [] }: Draft): ComposerFiles {
  const { t } = usePreferences();
  const store = useUploads();
  const all = useSyncExternalStore(store.subscribe, store.list);
  const uploads = useMemo(() => all.filter((one) => one.conversationId === conversationId), [all, conversationId]);
  const [isOver, setOver] = useState(false);

  function add(files: readonly File[]): void {
    if (files.length === 0) return;
    if (mode !== 'reply') {
      showNotice('problem', t('composing.files.onlyReplies'));
      return;
    }
    const room = Math.max(0, MOST_ENCLOSED - attachments.length - uploads.length);
    if (files.length > room) showNotice('problem', t('composing.files.tooMany', { count: MOST_ENCLOSED }));
    store.start(conversationId, files.slice(0, room));
  }

  return {
    uploads, isOver, add,
    onPaste(event) {
      const { files, types } = event.clipboardData;
      // Tables are copied as a text and as a picture of it: the text is what was meant.
      if (files.length === 0 || types.includes('text/plain')) return;
      event.preventDefault();
      add([...files]);
    },
    onDrag: {
      onDragOver(event) {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave(event) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop(event) {
        setOver(false);
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        add([...event.dataTransfer.files]);
      },
    },
  };
}
