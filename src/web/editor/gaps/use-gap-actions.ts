import { useState } from 'react';
import type { RouteInput, RouteOutput } from '../../../protocol/http.ts';
import { RequestError } from '../../staff/connection/request.ts';
import { showNotice } from '../../staff/controls/toasts.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';
import type { ArticleStart } from '../library/new-article-dialog.tsx';
import type { Gap } from './gap-list.tsx';

type Phrasings = RouteInput<'addPhrasings'>['body']['phrasings'];

/** What adding questions to an article led to. */
export type Added = RouteOutput<'addPhrasings'> & { readonly articleId: string; readonly asked: number };

export interface GapActions {
  readonly isBusy: boolean;
  readonly added: Added | null;
  /** Rejects with `RequestError`: the dialog says what is wrong. */
  readonly start: (start: ArticleStart) => Promise<{ articleId: string }>;
  readonly add: (articleId: string, calm: boolean) => Promise<void>;
  readonly close: (note: string) => Promise<void>;
  readonly reopen: () => void;
}

/** What can be done about a group. @param phrasings the questions that are picked. */
export function useGapActions(gap: Gap, phrasings: Phrasings, onChanged: () => void): GapActions {
  const { t } = usePreferences();
  const { api, library } = useEditor();
  const [isBusy, setBusy] = useState(false);
  const [added, setAdded] = useState<Added | null>(null);

  async function act(work: () => Promise<void>): Promise<void> {
    setBusy(true);
    await work().catch((error: unknown) => {
      const { code, field, message } = error instanceof RequestError ? error : { code: 'internal', field: undefined, message: '' };
      showNotice('problem', code === 'invalid-input' && field !== undefined ? `${field}: ${message}` : t([`editor.gaps.errors.${code}`, `errors.${code}`, 'errors.internal']));
    });
    setBusy(false);
    onChanged();
  }
  return {
    isBusy, added,
    async start({ id, ...start }) {
      const begun = await api.startArticle(gap.id, { ...start, articleId: id, locale: 'en', phrasings });
      onChanged();
      return begun;
    },
    add: (articleId, calm) => act(async () => {
      const result = await api.addPhrasings(gap.id, { articleId, calm, phrasings });
      setAdded({ ...result, articleId, asked: phrasings.length });
      library.reload();
    }),
    close: (note) => act(async () => {
      await api.closeGap(gap.id, { total: gap.total, note });
      showNotice('done', t('editor.gaps.closedNow'));
    }),
    reopen() { void act(async () => { await api.reopenGap(gap.id); }); },
  };
}
