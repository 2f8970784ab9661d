import { useState } from 'react';
import type { DocumentProblem } from '../../../protocol/documents.ts';
import { RequestError } from '../../staff/connection/request.ts';
import { showNotice } from '../../staff/controls/toasts.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../connection/editor-context.tsx';

type Answer = { readonly state: 'published' } | { readonly state: 'conflict'; readonly path: string } | { readonly state: 'refused'; readonly problems: readonly DocumentProblem[] };

interface Base<T> {
  readonly version: number;
  readonly value: T;
}

interface FormOptions<T> {
  /** As it is published now. */
  readonly base: Base<T>;
  readonly read: () => Promise<Base<T>>;
  readonly send: (value: T, version: number, note: string) => Promise<Answer>;
  /** What both wanted, where another published meanwhile; of what both changed, mine stays. */
  readonly merge: (base: T, mine: T, theirs: T) => T;
  readonly onPublished: () => void;
}

export interface PublishedForm<T> {
  readonly value: T;
  readonly isChanged: boolean;
  readonly problems: readonly DocumentProblem[];
  /** What went wrong as a whole. */
  readonly error: string | null;
  readonly isSaving: boolean;
  readonly change: (value: T) => void;
  readonly discard: () => void;
  readonly save: (note: string) => Promise<void>;
}

/** A form whose saving is a publication. */
export function usePublishedForm<T>({ base, read, send, merge, onPublished }: FormOptions<T>): PublishedForm<T> {
  const { t } = usePreferences();
  const { library } = useEditor();
  const [draft, setDraft] = useState<{ readonly mine: T; readonly from: Base<T> } | null>(null);
  const [refusal, setRefusal] = useState<{ readonly problems: readonly DocumentProblem[]; readonly error: string } | null>(null);
  const [isSaving, setSaving] = useState(false);

  async function publish(mine: T, from: Base<T>, note: string): Promise<void> {
    const answer = await send(mine, from.version, note);
    if (answer.state === 'refused') return setRefusal({ problems: answer.problems, error: t('editor.form.refused', { count: answer.problems.length }) });
    if (answer.state === 'conflict') {
      const theirs = await read();
      setDraft({ mine: merge(from.value, mine, theirs.value), from: theirs });
      return setRefusal({ problems: [], error: t('editor.form.conflict') });
    }
    setDraft(null);
    showNotice('done', t('editor.form.saved'));
    library.reload();
    onPublished();
  }

  async function save(note: string): Promise<void> {
    if (!draft || isSaving) return;
    setSaving(true);
    setRefusal(null);
    await publish(draft.mine, draft.from, note).catch((error: unknown) => {
      const { code, field, message } = error instanceof RequestError ? error : { code: 'internal', field: undefined, message: '' };
      setRefusal({ problems: [], error: field === undefined ? t([`errors.${code}`, 'errors.internal']) : `${field}: ${message}` });
    });
    setSaving(false);
  }
  return {
    value: draft?.mine ?? base.value, isChanged: draft !== null, isSaving, save,
    problems: refusal?.problems ?? [], error: refusal?.error ?? null,
    change(mine) { setDraft({ mine, from: draft?.from ?? base }); },
    discard() { setDraft(null); setRefusal(null); },
  };
}
