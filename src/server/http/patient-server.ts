import { createServer, type RequestListener, type Server } from 'node:http';

/** How long a client may take, and how much its headers may hold. */
export interface Patience {
  /** From the connection, or from the end of the answer before, to the end of the headers. */
  readonly headersMs: number;
  /** To the end of the body. Ten megabytes come in this time from a telephone in a village. */
  readonly requestMs: number;
  /** A connection with no request; behind a proxy that keeps them for a minute, the proxy should be the one to close. */
  readonly idleMs: number;
  readonly headers: number;
  readonly headerBytes: number;
}

export const STANDARD_PATIENCE: Patience = { headersMs: 15_000, requestMs: 180_000, idleMs: 75_000, headers: 100, headerBytes: 16 * 1024 };

/**
 * An HTTP server that cuts off who never comes to the end: who sends a header or a byte now and then holds a
 * connection for nothing (Slowloris). They are told 408, who sends too many bytes of headers 431.
 */
export function createPatientServer(listener: RequestListener, patience = STANDARD_PATIENCE): Server {
  const server = createServer({
    headersTimeout: patience.headersMs, requestTimeout: patience.requestMs, keepAliveTimeout: patience.idleMs, maxHeaderSize: patience.headerBytes,
    // What is late is seen within a third of the shortest.
    connectionsCheckingInterval: Math.ceil(patience.headersMs / 3),
  }, listener);
  server.maxHeadersCount = patience.headers;
  return server;
}
