import type { EditorView } from '@codemirror/view';
import { useState } from 'react';
import { RequestError } from '../../../staff/connection/request.ts';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../../connection/editor-context.tsx';
import { insertPicture } from './edit-writing.ts';

/** Keeps pictures on the server and writes them into the text. */
export function usePictures(): { readonly isPending: boolean; readonly add: (view: EditorView, files: readonly File[], at: number) => void } {
  const { t } = usePreferences();
  const { api } = useEditor();
  const [pending, setPending] = useState(0);

  async function addOne(view: EditorView, file: File, at: number): Promise<void> {
    setPending((count) => count + 1);
    try {
      const { name } = await api.addImage(file);
      insertPicture(view, name, t('editor.writing.pictureWords'), at);
    } catch (error) {
      const code = error instanceof RequestError ? error.code : 'internal';
      showNotice('problem', t([`editor.writing.pictureErrors.${code}`, `errors.${code}`, 'errors.internal'], { name: file.name }));
    }
    setPending((count) => count - 1);
  }
  return { isPending: pending > 0, add: (view, files, at) => { for (const file of files) void addOne(view, file, at); } };
}
