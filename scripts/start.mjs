/** `npm start`: sets everything up, then serves. Signals reach the server, and its exit code is ours. */
import { spawn } from 'node:child_process';
import { root, setUp } from './set-up.mjs';

const server = spawn(setUp(), ['--disable-warning=ExperimentalWarning', '--env-file-if-exists=.env', 'src/main.ts'], { cwd: root, stdio: 'inherit' });

// Ctrl-C reaches the server by itself, as part of the terminal's foreground group; a signal sent to us alone does not.
process.on('SIGINT', () => undefined);
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => { process.exit(code ?? (signal ? 1 : 0)); });
