import { useCallback, useEffect, useState } from 'react';
import type { DeskSettings } from '../../../domain/desk-settings.ts';
import { RequestError } from '../../staff/connection/request.ts';
import { useDeskApi, useDeskState } from '../connection/desk-context.tsx';
import { showNotice } from '../../staff/controls/toasts.tsx';
import { usePreferences } from '../../staff/preferences/preferences-context.tsx';
import { changedParts, mergeSettings, type SettingsPart } from './state/settings-parts.ts';
import { useResource } from './use-resource.ts';
import { useStoredState } from './use-stored-state.ts';

export interface Versioned {
  readonly version: number;
  readonly settings: DeskSettings;
}

/** Settings that are being changed, and what they were changed from. */
interface Draft {
  readonly base: Versioned;
  readonly mine: DeskSettings;
}

export interface Conflict extends Draft {
  readonly theirs: Versioned;
}

export type Saving = { readonly state: 'idle' | 'saving' } | { readonly state: 'refused'; readonly code: string; readonly field: string | undefined };

export interface SettingsDraft {
  readonly settings: DeskSettings;
  readonly changes: readonly SettingsPart[];
  readonly saving: Saving;
  /** Somebody saved meanwhile; null where nobody did. */
  readonly conflict: Conflict | null;
  change(apply: (settings: DeskSettings) => DeskSettings): void;
  discard(): void;
  save(): void;
  /** @param yielded keys of parts in which theirs stays. */
  settle(yielded: ReadonlySet<string>): void;
  /** Goes on changing; the conflict comes back when it is saved. */
  postpone(): void;
}

/** The settings as they will be when they are saved. Changes survive leaving the page; nothing is saved by itself. */
export function useSettingsDraft(): { readonly draft: SettingsDraft | null; readonly failed: boolean; readonly reload: () => void } {
  const { t } = usePreferences();
  const api = useDeskApi();
  const myId = useDeskState((state) => state.me.id);
  const { value: read, failed, reload } = useResource(api.getDeskSettings);
  const [saved, setSaved] = useState<Versioned | null>(null);
  const [draft, setDraft] = useStoredState<Draft | null>(`vigil.desk.settings-draft.${myId}`, null);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const current = newest(read, saved);
  const base = draft?.base ?? current;
  useWarnBeforeLeaving(draft !== null);

  const send = useCallback(async (mine: DeskSettings, from: Versioned) => {
    setSaving({ state: 'saving' });
    try {
      setSaved(await api.saveDeskSettings({ version: from.version, settings: mine }));
      setDraft(null);
      setConflict(null);
      setSaving({ state: 'idle' });
      showNotice('done', t('settings.save.saved'));
    } catch (error) {
      const { code, field } = error instanceof RequestError ? error : { code: 'internal', field: undefined };
      const theirs = code === 'conflict' ? await api.getDeskSettings().catch(() => null) : null;
      if (theirs) setConflict({ base: from, mine, theirs });
      setSaving(theirs ? { state: 'idle' } : { state: 'refused', code, field });
    }
  }, [api, setDraft, t]);

  if (!base) return { draft: null, failed, reload };
  const settings = draft?.mine ?? base.settings;
  return {
    failed, reload,
    draft: {
      settings, saving, conflict,
      changes: draft ? changedParts(base.settings, settings) : [],
      change(apply) {
        const mine = apply(settings);
        setDraft(changedParts(base.settings, mine).length > 0 ? { base, mine } : null);
        setSaving({ state: 'idle' });
      },
      discard() {
        setDraft(null);
        setSaving({ state: 'idle' });
      },
      save: () => { if (saving.state !== 'saving') void send(settings, base); },
      settle(yielded) {
        if (!conflict) return;
        const merged = mergeSettings(conflict.base.settings, conflict.mine, conflict.theirs.settings, yielded);
        // Saving again may fail; then what was decided here is the draft, on top of theirs.
        setDraft({ base: conflict.theirs, mine: merged });
        setConflict(null);
        void send(merged, conflict.theirs);
      },
      postpone() { setConflict(null); },
    },
  };
}

function newest(a: Versioned | null, b: Versioned | null): Versioned | null {
  return a && b ? (a.version >= b.version ? a : b) : a ?? b;
}

function useWarnBeforeLeaving(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent): void => { event.preventDefault(); };
    addEventListener('beforeunload', warn);
    return () => { removeEventListener('beforeunload', warn); };
  }, [isChanged]);
}
