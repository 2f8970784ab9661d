import type { WebSocketServer } from 'ws';

/** A connection that did not answer the last ping when the next is due is closed. */
const PING_EVERY_MS = 30_000;

/** Pings every client of a server and terminates those that stopped answering. */
export function startHeartbeat(server: WebSocketServer): () => void {
  const alive = new WeakSet();
  server.on('connection', (socket) => {
    alive.add(socket);
    socket.on('pong', () => { alive.add(socket); });
  });
  const timer = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.delete(socket)) socket.terminate();
      else socket.ping();
    }
  }, PING_EVERY_MS);
  timer.unref();
  return () => { clearInterval(timer); };
}
