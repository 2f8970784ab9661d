import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import { createDrafts, enclose, type Drafts } from '../state/drafts.ts';
import type { DeskState } from '../state/desk-state.ts';
import type { Desk } from './desk.ts';
import type { DeskApi } from './desk-api.ts';
import { uploadFile } from './upload-file.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** What a language model does for agents. */
export type Assist = Pick<DeskApi, 'assist' | 'getModelStatus'>;

const DeskContext = createContext<{ readonly desk: Desk; readonly api: DeskApi; readonly drafts: Drafts; readonly uploads: Uploads; readonly assist: Assist | null } | null>(null);

/** @param assist null without a model: then nothing of it is on the screen. */
export function DeskProvider({ desk, api, assist, children }: { desk: Desk; api: DeskApi; assist: Assist | null; children: React.ReactNode }) {
  const value = useMemo(() => {
    const drafts = createDrafts(localStorage, desk.getState().me.id);
    return { desk, api, assist, drafts, uploads: createDraftUploads(drafts) };
  }, [desk, api, assist]);
  return <DeskContext value={value}>{children}</DeskContext>;
}

/** What has arrived goes into the draft of its conversation, whichever is open by then. */
function createDraftUploads(drafts: Drafts): Uploads {
  return createUploads({
    upload: uploadFile,
    onDone(conversationId, file) {
      const draft = drafts.read(conversationId);
      drafts.write(conversationId, { ...draft, ...enclose(draft, { attachments: [file] }) });
    },
  });
}

export function useDesk(): Desk {
  return useValue().desk;
}

/** The endpoints, for parts of the desk that read and write what its state does not keep. */
export function useDeskApi(): DeskApi {
  return useValue().api;
}

/** Files on their way to the server. */
export function useUploads(): Uploads {
  return useValue().uploads;
}

export function useDrafts(): Drafts {
  return useValue().drafts;
}

export function useAssist(): Assist | null {
  return useValue().assist;
}

/** A part of the desk's state. The selector must return what is in the state, not a new object each time. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  const { desk } = useValue();
  return useSyncExternalStore(desk.subscribe, () => select(desk.getState()));
}

function useValue() {
  const value = useContext(DeskContext);
  if (!value) throw new Error('the desk is used outside of its provider');
  return value;
}
