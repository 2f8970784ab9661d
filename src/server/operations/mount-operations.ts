import { timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import type { Express, Request } from 'express';

export interface Operations {
  /** Rejects where the database does not answer. */
  readonly probe: () => Promise<unknown>;
  readonly readMetrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  /** True from the moment on which no new work is taken. */
  readonly isEnding: () => boolean;
  /** Who may read the figures from elsewhere; without one they are read on this machine only. */
  readonly metricsToken: string | undefined;
}

/** Longer than this, a database that answers serves nobody. */
const PROBE_LIMIT_MS = 2_000;

/**
 * For those who run it: `/healthz` says that the process lives, `/readyz` that it can serve (a load
 * balancer sends nobody where it cannot), `/metrics` its figures for Prometheus.
 */
export function mountOperations(app: Express, { probe, readMetrics, isEnding, metricsToken }: Operations): void {
  app.get('/healthz', (_request, response) => { response.type('text').send('alive\n'); });

  app.get('/readyz', async (_request, response) => {
    if (isEnding()) {
      response.status(503).type('text').send('ending\n');
      return;
    }
    const isReady = await Promise.race([probe().then(() => true, () => false), late()]);
    response.status(isReady ? 200 : 503).type('text').send(isReady ? 'ready\n' : 'the database does not answer\n');
  });

  app.get('/metrics', async (request, response) => {
    if (!mayReadMetrics(request, metricsToken)) {
      response.status(403).type('text').send('expected "Authorization: Bearer <METRICS_TOKEN>"; without METRICS_TOKEN, figures are read on this machine only\n');
      return;
    }
    const { contentType, text } = await readMetrics();
    response.set('Content-Type', contentType).send(text);
  });
}

function late(): Promise<false> {
  return new Promise((resolve) => { setTimeout(() => { resolve(false); }, PROBE_LIMIT_MS).unref(); });
}

/** By the connection's own address: what a proxy writes into headers anybody can write. Behind one, a token is needed. */
function mayReadMetrics(request: Request, token: string | undefined): boolean {
  if (token === undefined) return isLoopback(request.socket.remoteAddress ?? '') && request.get('x-forwarded-for') === undefined;
  const given = Buffer.from(request.get('authorization') ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
