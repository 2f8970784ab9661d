import type { z } from 'zod';
import { ARTICLE_ROUTES } from './routes/articles.ts';
import { AUDIT_ROUTES } from './routes/audit.ts';
import { CONTACT_ROUTES } from './routes/contact.ts';
import { DESK_ROUTES } from './routes/desk.ts';
import { DOCUMENT_ROUTES } from './routes/documents.ts';
import { FACTOR_ROUTES } from './routes/factors.ts';
import { FILE_ROUTES } from './routes/files.ts';
import { GAP_ROUTES } from './routes/gaps.ts';
import { IMPORT_ROUTES } from './routes/import.ts';
import { LOOKUP_ROUTES } from './routes/lookups.ts';
import { MACRO_ROUTES } from './routes/macros.ts';
import { PUBLIC_ROUTES } from './routes/public.ts';
import type { Route } from './routes/route.ts';
import { SEARCH_ROUTES } from './routes/search.ts';
import { SESSION_ROUTES } from './routes/session.ts';
import { SETTINGS_ROUTES } from './routes/settings.ts';
import { SUPERVISE_ROUTES } from './routes/supervise.ts';
import { TRYING_ROUTES } from './routes/trying.ts';

export type { Route } from './routes/route.ts';

/** Every HTTP endpoint of the API, by area. Nothing is served under `/api` that has no row here. */
export const ROUTES = { ...PUBLIC_ROUTES, ...CONTACT_ROUTES, ...SESSION_ROUTES, ...FACTOR_ROUTES, ...AUDIT_ROUTES, ...DESK_ROUTES, ...DOCUMENT_ROUTES, ...LOOKUP_ROUTES, ...MACRO_ROUTES, ...ARTICLE_ROUTES, ...FILE_ROUTES, ...GAP_ROUTES, ...IMPORT_ROUTES, ...SEARCH_ROUTES, ...SETTINGS_ROUTES, ...SUPERVISE_ROUTES, ...TRYING_ROUTES };

export type RouteName = keyof typeof ROUTES;
type PartOf<R extends Route, P extends 'params' | 'query' | 'headers' | 'body'> = R[P] extends z.ZodType ? z.infer<R[P]> : undefined;

/** What a route's handler is given and gives back. */
export interface RouteInput<N extends RouteName> {
  readonly params: PartOf<(typeof ROUTES)[N], 'params'>;
  readonly query: PartOf<(typeof ROUTES)[N], 'query'>;
  readonly headers: PartOf<(typeof ROUTES)[N], 'headers'>;
  readonly body: (typeof ROUTES)[N] extends { bytes: number } ? Uint8Array : PartOf<(typeof ROUTES)[N], 'body'>;
}
/** What the handler gives back; nothing where it writes the answer itself. */
export type RouteOutput<N extends RouteName> = (typeof ROUTES)[N]['response'] extends z.ZodType ? z.input<(typeof ROUTES)[N]['response']> : void;
