import { useEffect, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Macro } from '../../../../domain/macro.ts';
import { RequestError } from '../../../staff/connection/request.ts';
import { useDeskApi, useDeskState } from '../../connection/desk-context.tsx';
import { showNotice } from '../../../staff/controls/toasts.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { sameMacro, type MacroDraft, type MacroDrafts } from '../state/macro-draft.ts';
import { useResource } from '../use-resource.ts';
import { useStoredState } from '../use-stored-state.ts';

const NO_DRAFTS: MacroDrafts = {};

/** Every macro, and what is being changed of them. Changes survive going elsewhere; each macro is saved by itself. */
export function useMacros() {
  const { t, preferences: { language } } = usePreferences();
  const api = useDeskApi();
  const myId = useDeskState((state) => state.me.id);
  const { value, failed, reload } = useResource(api.listMacros);
  const [drafts, setDrafts] = useStoredState<MacroDrafts>(`vigil.desk.macro-drafts.${myId}`, NO_DRAFTS);
  const [saving, setSaving] = useState<string | null>(null);
  /** What was saved or removed here and has not been read again. */
  const [done, setDone] = useState<ReadonlyMap<string, Macro | null>>(new Map());
  useEffect(() => { setDone(new Map()); }, [value]);

  const stored = new Map((value?.macros ?? []).map((macro) => [macro.id, macro]));
  for (const [id, macro] of done) if (macro) stored.set(id, macro); else stored.delete(id);
  const without = (id: string): MacroDrafts => Object.fromEntries(Object.entries(drafts).filter(([one]) => one !== id));
  const list = [
    ...Object.entries(drafts).filter(([id]) => !stored.has(id)).map(([id, draft]) => ({ id, macro: draft, isChanged: true, isNew: true })),
    ...[...stored.values()].map((macro) => ({ id: macro.id, macro: drafts[macro.id] ?? macro, isChanged: drafts[macro.id] !== undefined, isNew: false })),
  ];

  function refused(error: unknown): void {
    const { code, field } = error instanceof RequestError ? error : { code: 'internal', field: undefined };
    showNotice('problem', code === 'invalid-input' && field ? t('settings.macros.secret') : t([`errors.${code}`, 'errors.internal']));
  }

  return {
    list: value ? list : null, failed, reload, saving,
    create(): string {
      const id = uuidv7();
      setDrafts({ ...drafts, [id]: { title: '', teams: [], texts: { [language]: '' } } });
      return id;
    },
    change(id: string, draft: MacroDraft) {
      const before = stored.get(id);
      setDrafts(before && sameMacro(before, draft) ? without(id) : { ...drafts, [id]: draft });
    },
    discard(id: string) { setDrafts(without(id)); },
    async save(id: string, { title, teams, texts }: MacroDraft): Promise<void> {
      setSaving(id);
      try {
        const { macro } = await api.saveMacro(id, { title, teams, texts });
        setDone((before) => new Map(before).set(id, macro));
        setDrafts(without(id));
        showNotice('done', t('settings.macros.saved', { title: macro.title }));
      } catch (error) {
        refused(error);
      }
      setSaving(null);
    },
    async remove(id: string, title: string): Promise<void> {
      try {
        await api.removeMacro(id);
        setDone((before) => new Map(before).set(id, null));
        setDrafts(without(id));
        showNotice('done', t('settings.macros.removed', { title }));
      } catch (error) {
        refused(error);
      }
    },
  };
}

export type MacroEntry = NonNullable<ReturnType<typeof useMacros>['list']>[number];
