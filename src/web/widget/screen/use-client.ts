import { useEffect, useState } from 'preact/hooks';
import type { ClientState } from '../connection/client-state.ts';
import type { ConversationClient } from '../connection/conversation-client.ts';

/** The client's state, drawn again whenever it changes. */
export function useClient(client: ConversationClient): ClientState {
  const [state, setState] = useState(client.state);
  useEffect(() => {
    const read = (): void => { setState(client.state()); };
    // It may have changed between drawing and this.
    read();
    return client.subscribe(read);
  }, [client]);
  return state;
}
