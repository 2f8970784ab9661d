import { RequestError } from '../../staff/connection/request.ts';
import { showNotice } from '../../staff/controls/toasts.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import type { OpenDocument } from './use-document.ts';

interface DraftMoves {
  readonly move: (state: 'draft' | 'review') => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** What can be done with the draft of an open document, beside writing in it. */
export function useDraftMoves({ path, session }: OpenDocument): DraftMoves {
  const { t } = usePreferences();
  const { api, library: { reload } } = useEditor();

  async function run(act: (version: number) => Promise<{ state: string }>, done: string): Promise<void> {
    try {
      if (!await session.flush()) return;
      await session.refresh();
      const version = session.getState().known?.draft?.version ?? 0;
      const { state } = await act(version);
      if (state === 'conflict' || state === 'refused') showNotice('problem', t(`editor.moved.${state}`));
      else showNotice('done', t(done));
    } catch (error) {
      showNotice('problem', t([`errors.${error instanceof RequestError ? error.code : 'internal'}`, 'errors.internal']));
    }
    await session.refresh();
    reload();
  }
  return {
    move: (state) => run((version) => api.moveDraft({ path, version, state }), `editor.moved.${state}`),
    discard: () => run((version) => api.discardDraft({ path, version }), 'editor.moved.discarded'),
  };
}
