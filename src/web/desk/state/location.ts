import { isView, type View } from './views.ts';

/** Where in the desk somebody is: what the address bar says. */
export type DeskLocation =
  | { readonly page: 'set-up'; readonly invitation: string }
  | { readonly page: 'section'; readonly section: string }
  | { readonly page: 'desk'; readonly view: View; readonly conversationId: string | null };

/** @param url what `window.location` tells. The invitation is in the fragment, so that no server log has it. */
export function readLocation({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>): DeskLocation {
  if (/^\/desk\/set-up\/?$/.test(pathname)) return { page: 'set-up', invitation: hash.slice(1) };
  const section = /^\/desk\/([a-z]{2,})(\/|$)/.exec(pathname)?.[1];
  if (section !== undefined) return { page: 'section', section };
  const view = new URLSearchParams(search).get('view');
  const conversationId = /^\/desk\/c\/([^/]+)\/?$/.exec(pathname)?.[1] ?? null;
  return { page: 'desk', view: isView(view) ? view : 'queue', conversationId };
}

export function pathTo(view: View, conversationId: string | null): string {
  const path = conversationId ? `/desk/c/${encodeURIComponent(conversationId)}` : '/desk';
  return view === 'queue' ? path : `${path}?view=${view}`;
}
