import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ConversationClient } from '../connection/conversation-client.ts';
import type { ExtrasLoader } from '../extras/load-extras.ts';
import type { SecretCheck } from '../secrets/secret-check.ts';
import type { Translate } from '../../shared/phrases.ts';

/** What every part of the screen may need, and what does not change while it is shown. */
export interface Surroundings {
  readonly t: Translate;
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  readonly exchangeName: string;
  /** Origin of the desk: paths in messages are the desk's, not the page's. */
  readonly base: string;
  readonly client: ConversationClient;
  readonly secrets: SecretCheck;
  readonly extras: ExtrasLoader;
  /** Who this contact is; null before the desk has said so. */
  readonly token: () => string | null;
  /** Asks for a person in the contact's name. */
  readonly askPerson: () => void;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const surroundings = useContext(SurroundingsContext);
  if (!surroundings) throw new Error('the widget is drawn without its surroundings');
  return surroundings;
}
