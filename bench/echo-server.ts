/** What the machine can do at best: a bare `ws` server that echoes, with `--durable` after one flushed append. */
import { DatabaseSync } from 'node:sqlite';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

const folder = process.argv.find((argument) => argument.startsWith('--durable='))?.slice('--durable='.length);
const append = folder === undefined ? undefined : openLog(folder);

function openLog(path: string): (text: string) => void {
  const database = new DatabaseSync(`${path}/echo.db`);
  database.exec('pragma journal_mode = wal; pragma synchronous = full; create table if not exists log (id integer primary key, text text)');
  const insert = database.prepare('insert into log (text) values (?)');
  return (text) => { insert.run(text); };
}

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false }, () => {
  console.log(`listening on ${(server.address() as AddressInfo).port}`);
});
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const text = (data as Buffer).toString('utf8');
    append?.(text);
    socket.send(text);
  });
});
