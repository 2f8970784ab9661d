import { useMemo } from 'preact/hooks';
import { createContactApi, type ContactApi } from '../connection/contact-api.ts';
import { useSurroundings } from '../screen/surroundings.ts';

/** The desk over HTTP, for what the conversation's own connection does not do. */
export function useApi(): ContactApi {
  const { base } = useSurroundings();
  return useMemo(() => createContactApi(base), [base]);
}
