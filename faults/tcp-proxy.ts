import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line between two programs that can be made to fail as lines do. */
export interface TcpProxy {
  readonly port: number;
  /** Lets everything through; what was swallowed stays lost. */
  pass(): void;
  /** Resets what is connected; who dials again gets through. */
  cut(): void;
  /** Resets what is connected and everybody who dials. */
  refuse(): void;
  /** Nothing arrives any more on what is connected, and nobody is told: as when a machine vanishes. Who dials meanwhile fares alike. */
  swallow(): void;
  /** Everything arrives so many ms later. */
  slow(ms: number): void;
  close(): Promise<void>;
}

type Mode = 'pass' | 'refuse' | 'swallow';

interface Line {
  readonly ends: readonly [Socket, Socket];
  isDead: boolean;
}

export async function openTcpProxy(to: { readonly host: string; readonly port: number }): Promise<TcpProxy> {
  let mode: Mode = 'pass';
  let delayMs = 0;
  const lines = new Set<Line>();

  const server = createServer({ noDelay: true }, (near) => {
    near.on('error', () => undefined);
    if (mode === 'refuse') {
      near.resetAndDestroy();
      return;
    }
    const far = connect({ ...to, noDelay: true });
    const line: Line = { ends: [near, far], isDead: mode === 'swallow' };
    lines.add(line);
    carry(line, near, far);
    carry(line, far, near);
  });

  function carry(line: Line, from: Socket, into: Socket): void {
    const later = (work: () => void): void => { if (delayMs === 0) work(); else setTimeout(work, delayMs); };
    from.on('data', (bytes) => { if (!line.isDead) later(() => { if (!line.isDead && !into.destroyed) into.write(bytes); }); });
    from.on('error', () => undefined);
    from.on('close', () => {
      // The other end of a line that is dead hears nothing of it.
      if (!line.isDead) later(() => { into.end(); });
      if (line.ends.every(({ destroyed }) => destroyed)) lines.delete(line);
    });
  }

  function reset(): void {
    for (const { ends } of lines) for (const end of ends) end.resetAndDestroy();
    lines.clear();
  }

  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    port: (server.address() as AddressInfo).port,
    pass() {
      mode = 'pass';
      delayMs = 0;
    },
    cut: reset,
    refuse() {
      mode = 'refuse';
      reset();
    },
    swallow() {
      mode = 'swallow';
      for (const line of lines) line.isDead = true;
    },
    slow(ms) { delayMs = ms; },
    close() {
      reset();
      return new Promise((resolve) => { server.close(() => { resolve(); }); });
    },
  };
}
