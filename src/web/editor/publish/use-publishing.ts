import { useState } from 'react';
import type { RouteOutput } from '../../../protocol/http.ts';
import { RequestError } from '../../staff/connection/request.ts';
import { showNotice } from '../../staff/controls/toasts.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useProblemWords } from '../article/use-problem-words.ts';
import { useEditor, type Library } from '../connection/editor-context.tsx';
import { useDocumentName } from './use-document-name.ts';

type Golden = NonNullable<RouteOutput<'planPublication'>['golden']>;
type DraftState = 'draft' | 'review' | 'scheduled';

interface Refusal {
  readonly words: string;
  /** What golden questions say now, where they said something else before. */
  readonly golden: Golden | null;
}

interface Publishing {
  readonly publish: (documents: readonly { path: string; version: number }[], note: string, reason: string | null) => Promise<void>;
  readonly move: (drafts: Library['drafts'], state: DraftState, publishAt: number | null) => Promise<void>;
  /** Why the last try led to nothing. */
  readonly refusal: Refusal | null;
  readonly isBusy: boolean;
}

/** Publishes drafts or moves them on. @param onDone they are out, or on their way. */
export function usePublishing(onDone: () => void): Publishing {
  const { t } = usePreferences();
  const { api, library: { reload } } = useEditor();
  const nameOf = useDocumentName();
  const problemWords = useProblemWords();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const told = (path: string): string => Object.values(nameOf(path)).filter((word) => word !== '').join(' · ');

  async function run(work: () => Promise<Refusal | null>): Promise<void> {
    setBusy(true);
    setRefusal(null);
    const refused = await work().catch((error: unknown): Refusal => ({ words: t([`errors.${error instanceof RequestError ? error.code : 'internal'}`, 'errors.internal']), golden: null }));
    setBusy(false);
    setRefusal(refused);
    reload();
    if (refused === null) onDone();
  }

  async function send(documents: readonly { path: string; version: number }[], note: string, reason: string | null): Promise<Refusal | null> {
    const answer = await api.publish({ documents: documents.map(({ path, version }) => ({ path, version })), note, reason });
    switch (answer.state) {
      case 'published':
        showNotice('done', t('editor.published.done', { count: documents.length, id: answer.publication.id }));
        return null;
      case 'conflict':
        return { words: t('editor.published.conflict', { path: told(answer.path) }), golden: null };
      case 'refused':
        return { words: t('editor.published.refused', { problem: answer.problems[0] ? `${told(answer.problems[0].path)}: ${problemWords.sentence(answer.problems[0])}` : '' }), golden: null };
      case 'needs-reason':
        return { words: t('editor.published.needsReason'), golden: answer.golden };
    }
  }

  async function moveAll(drafts: Library['drafts'], state: DraftState, publishAt: number | null): Promise<Refusal | null> {
    for (const { path, draft } of drafts) {
      const answer = await api.moveDraft({ path, version: draft.version, state, publishAt });
      if (answer.state !== 'saved') return { words: t(`editor.published.${answer.state}`, { path: told(path), problem: answer.state === 'refused' && answer.problems[0] ? `${told(path)}: ${problemWords.sentence(answer.problems[0])}` : '' }), golden: null };
    }
    showNotice('done', t(`editor.moved.${state}`));
    return null;
  }
  return {
    refusal, isBusy,
    publish: (documents, note, reason) => run(() => send(documents, note, reason)),
    move: (drafts, state, publishAt) => run(() => moveAll(drafts, state, publishAt)),
  };
}
