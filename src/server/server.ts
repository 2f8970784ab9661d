import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import compression from 'compression';
import express, { type Express } from 'express';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Agent } from '../domain/agent.ts';
import { AppError } from '../domain/errors.ts';
import { allows } from '../domain/roles.ts';
import type { Logger } from '../ports.ts';
import type { Admission } from './admission/admission.ts';
import type { ReadOrigin } from './admission/client-address.ts';
import type { AgentSessions } from './authentication/agent-sessions.ts';
import { CLOSE_CODES } from './gateway/connection.ts';
import type { ContactGateway } from './gateway/contact-gateway.ts';
import type { DeskGateway } from './gateway/desk-gateway.ts';
import { startHeartbeat } from './gateway/heartbeat.ts';
import type { Cookies } from './http/cookies.ts';
import { createErrorHandler } from './http/error-response.ts';
import type { IsOwnOrigin } from './http/own-origin.ts';
import { createPatientServer } from './http/patient-server.ts';

export interface WebServer {
  /** Resolves with the port once connections are accepted; rejects where the address cannot be listened on. */
  listen(host: string, port: number): Promise<number>;
  /** Stops accepting, tells every socket to come back later, and resolves when all are gone. */
  close(): Promise<void>;
}

/** Far above the largest frame, so that one that is merely too large gets an answer; what is larger still is cut off. */
const MAX_PAYLOAD_BYTES = 1024 * 1024;
/** RFC 6455: the server is going away, the client should reconnect. */
const GOING_AWAY = 1001;
const CLOSE_GRACE_MS = 2_000;

/** HTTP and WebSocket on one port. */
export function createWebServer({ mount, contacts, desks, sessions, cookies, isOwnOrigin, readOrigin, admission, logger }: {
  /** Mounts everything that is not a socket. */
  mount: (app: Express) => void;
  contacts: ContactGateway;
  desks: DeskGateway;
  sessions: Pick<AgentSessions, 'find'>;
  cookies: Cookies;
  isOwnOrigin: IsOwnOrigin;
  readOrigin: ReadOrigin;
  admission: Pick<Admission, 'openSocket'>;
  logger: Logger;
}): WebServer {
  const http = createPatientServer(createExpressApp(mount, logger));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_BYTES, perMessageDeflate: false });
  const stopHeartbeat = startHeartbeat(sockets);

  http.on('upgrade', (request, socket: Socket, head) => {
    // Node takes its own listener off an upgraded socket; an error that nobody hears ends the process.
    socket.on('error', () => { socket.destroy(); });
    const path = (request.url ?? '').split('?')[0];
    if (path === '/ws/contact') {
      const origin = readOrigin(request);
      if (admitSocket(socket, () => admission.openSocket(origin))) upgrade(request, socket, head, (webSocket) => { contacts.accept(webSocket, origin); });
    } else if (path === '/ws/desk') {
      void upgradeDesk(request, socket, head);
    } else {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    }
  });

  function upgrade(request: IncomingMessage, socket: Socket, head: Buffer, accept: (webSocket: WebSocket) => void): void {
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', (error) => { logger.info('a socket failed', { error: error.message }); });
      sockets.emit('connection', webSocket, request);
      accept(webSocket);
    });
  }

  async function upgradeDesk(request: IncomingMessage, socket: Socket, head: Buffer): Promise<void> {
    const outcome = await authenticate(request, { sessions, cookies, isOwnOrigin }).catch((error: unknown) => {
      logger.error('a desk could not be authenticated', { error: String(error) });
      return 'unauthenticated' as const;
    });
    // Browsers hide why an upgrade was refused, so the socket is opened and closed with a code that says it.
    upgrade(request, socket, head, (webSocket) => {
      if (typeof outcome === 'string') webSocket.close(CLOSE_CODES[outcome], outcome);
      else desks.accept(webSocket, outcome.agent, outcome.token);
    });
  }

  return {
    listen: (host, port) => listen(http, host, port),
    async close() {
      stopHeartbeat();
      const closed = new Promise<void>((resolve) => { http.close(() => { resolve(); }); });
      for (const socket of sockets.clients) socket.close(GOING_AWAY, 'restarting');
      const cutOff = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
        http.closeAllConnections();
      }, CLOSE_GRACE_MS);
      http.closeIdleConnections();
      await closed;
      clearTimeout(cutOff);
    },
  };
}

/** Before the handshake, which is what a process that is full is spared; browsers hide the answer, and come back later and later. */
function admitSocket(socket: Socket, open: () => () => void): boolean {
  try {
    socket.once('close', open());
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    socket.end(`HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ''}\r\nRetry-After: ${error.retryAfter ?? 1}\r\nConnection: close\r\n\r\n`);
    return false;
  }
}

/** Everything that is served over plain HTTP, errors last. */
function createExpressApp(mount: (app: Express) => void, logger: Logger): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(compression());
  mount(app);
  app.use('/api', (request) => { throw new AppError('not-found', `there is no ${request.method} ${request.originalUrl.split('?')[0] ?? ''}`); });
  app.use(createErrorHandler(logger));
  return app;
}

/** The agent whose desk this is, or why there is none. */
async function authenticate(request: IncomingMessage, { sessions, cookies, isOwnOrigin }: { sessions: Pick<AgentSessions, 'find'>; cookies: Cookies; isOwnOrigin: IsOwnOrigin }): Promise<{ agent: Agent; token: string } | 'unauthenticated' | 'forbidden'> {
  if (!isOwnOrigin(request)) return 'forbidden';
  const token = cookies.readSession(request);
  const agent = token === undefined ? undefined : await sessions.find(token);
  if (!agent || token === undefined) return 'unauthenticated';
  return allows(agent.role, 'conversations.handle') ? { agent, token } : 'forbidden';
}

function listen(http: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE';
      reject(new AppError('unavailable', taken
        ? `PORT=${port}: another program listens there already; for example PORT=${port + 1}`
        : `HOST=${host}, PORT=${port}: cannot listen there (${cause.message})`, { field: taken ? 'PORT' : 'HOST', cause }));
    });
    http.listen(port, host, () => { resolve((http.address() as AddressInfo).port); });
  });
}
