import { expect, it } from '@jest/globals';
import { redactSecrets } from '../../secrets/redact-secrets.ts';
import { createLogger } from './logger.ts';

const SEED = 'legal winner thank year wave sausage worth useful legal winner thank yellow';

function write(fields: Record<string, unknown>): { line: string; parsed: Record<string, unknown> } {
  let line = '';
  const logger = createLogger('info', (text) => redactSecrets(text).text, { write: (given) => { line += given; } });
  logger.error('something failed', fields);
  return { line, parsed: JSON.parse(line) as Record<string, unknown> };
}

it('writes one JSON line with the message, the level, the time and the fields', () => {
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  expect(write({ conversationId: id, count: 3, ids: [id] }).parsed).toMatchObject({ level: 50, msg: 'something failed', conversationId: id, count: 3, ids: [id], time: expect.any(Number) });
});

it('takes secrets out of what an error repeats', () => {
  const { line } = write({ error: `SyntaxError: unexpected "${SEED}" at work.ts:3`, problems: [`near ${SEED}`] });
  expect(line).not.toContain('sausage');
  expect(line).toContain('at work.ts:3');
});

it('shows no password of a database, and no field that is called like a secret', () => {
  const { line } = write({ error: 'cannot connect to postgres://vigil:hunter2@db:5432/vigil', password: 'hunter3', request: { authorization: 'Bearer hunter4' }, text: 'hunter5' });
  expect(line).not.toMatch(/hunter\d/);
  expect(line).toContain('postgres://vigil:[removed]@db:5432/vigil');
});
