import type { z } from 'zod';
import { CONTACT_ROUTES } from './routes/contact.ts';
import { DESK_ROUTES } from './routes/desk.ts';
import { PUBLIC_ROUTES } from './routes/public.ts';
import type { Route } from './routes/route.ts';
import { SESSION_ROUTES } from './routes/session.ts';

export type { Route } from './routes/route.ts';

/** Every HTTP endpoint of the API, by area. Nothing is served under `/api` that has no row here. */
export const ROUTES = { ...PUBLIC_ROUTES, ...CONTACT_ROUTES, ...SESSION_ROUTES, ...DESK_ROUTES };

export type RouteName = keyof typeof ROUTES;
type PartOf<R extends Route, P extends 'params' | 'query' | 'body'> = R[P] extends z.ZodType ? z.infer<R[P]> : undefined;

/** What a route's handler is given and gives back. */
export interface RouteInput<N extends RouteName> {
  readonly params: PartOf<(typeof ROUTES)[N], 'params'>;
  readonly query: PartOf<(typeof ROUTES)[N], 'query'>;
  readonly body: PartOf<(typeof ROUTES)[N], 'body'>;
}
/** What the handler gives back; nothing where it writes the answer itself. */
export type RouteOutput<N extends RouteName> = (typeof ROUTES)[N]['response'] extends z.ZodType ? z.input<(typeof ROUTES)[N]['response']> : void;
