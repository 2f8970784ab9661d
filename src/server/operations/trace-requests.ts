import type { Express, Request } from 'express';
import type { Tracer } from '../../ports.ts';

/** Each request as a span, by the route that served it: an address may hold a case number or what somebody searched for. */
export function mountTracing(app: Express, tracer: Tracer): void {
  app.use((request, response, next) => {
    void tracer.trace('http request', { 'http.request.method': request.method }, (add) => new Promise<void>((resolve) => {
      // Closed also where the client went away before it had its answer.
      response.once('close', () => {
        add({ 'http.route': routeOf(request), 'http.response.status_code': response.statusCode });
        resolve();
      });
      next();
    }));
  });
}

function routeOf({ route }: Request): string {
  const path = (route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : Array.isArray(path) ? path.join(' | ') : 'none';
}
