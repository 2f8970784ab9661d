import { describe, expect, it } from '@jest/globals';
import { createSimulatedNetwork } from '../../../../test/fakes/simulated-network.ts';
import { redact } from '../../../secrets/find-secrets.ts';
import { createSecretCheck, PAUSE_MS, WAIT_MS, type Redaction, type SecretFinder } from './secret-check.ts';

const settled = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });

/** A check whose script arrives when the test says so. */
function world() {
  const network = createSimulatedNetwork();
  const read: string[] = [];
  const finder: SecretFinder = { redact(text) { read.push(text); return redact(text); } };
  let loads = 0;
  let arrive = (_: SecretFinder): void => {};
  let fail = (): void => {};
  const secrets = createSecretCheck(() => {
    loads += 1;
    return new Promise((resolve, reject) => { arrive = resolve; fail = () => { reject(new Error('blocked')); }; });
  }, network);
  const answers: (Redaction | undefined)[] = [];
  return {
    network, secrets, read, answers, loads: () => loads,
    check(text: string) { secrets.check(text, (redaction) => { answers.push(redaction); }); },
    async arrives(what = finder) { arrive(what); await settled(); },
    async fails() { fail(); await settled(); },
  };
}

describe('createSecretCheck', () => {
  it('loads nothing before anybody writes, and then in a pause, once', async () => {
    const { secrets, network, loads, arrives } = world();
    expect(loads()).toBe(0);
    secrets.prepare();
    network.advance(PAUSE_MS - 1);
    secrets.prepare();
    network.advance(PAUSE_MS - 1);
    expect(loads()).toBe(0);
    network.advance(1);
    await arrives();
    secrets.prepare();
    network.advance(60_000);
    expect(loads()).toBe(1);
  });

  it('gets the finder ready one step a pause, and leaves it alone while somebody types', async () => {
    const { secrets, network, read, arrives } = world();
    secrets.prepare();
    network.advance(PAUSE_MS);
    await arrives();
    for (let key = 0; key < 20; key += 1) {
      secrets.prepare();
      network.advance(PAUSE_MS / 2);
    }
    expect(read).toEqual([]);
    network.advance(PAUSE_MS / 2);
    expect(read).toHaveLength(1);
    network.advance(60_000);
    expect(read).toHaveLength(2);
  });

  it('answers at once where the finder is here', async () => {
    const { network, secrets, check, answers, arrives } = world();
    secrets.prepare();
    network.advance(PAUSE_MS);
    await arrives();
    check('my password: hunter2-and-more');
    expect(answers).toMatchObject([{ text: 'my password: ⟦password⟧', secrets: [{ kind: 'password', start: 13, end: 29 }] }]);
  });

  it('waits for a finder that is on its way', async () => {
    const { check, answers, arrives } = world();
    check('hello');
    expect(answers).toEqual([]);
    await arrives();
    expect(answers).toEqual([{ text: 'hello', secrets: [] }]);
  });

  it('says that it does not know when the wait is over, and says it once', async () => {
    const { network, check, answers, arrives } = world();
    check('hello');
    network.advance(WAIT_MS - 1);
    expect(answers).toEqual([]);
    network.advance(1);
    await arrives();
    expect(answers).toEqual([undefined]);
  });

  it('does not wait where the script cannot be had, and tries again for the next message', async () => {
    const { check, answers, fails, arrives, loads } = world();
    check('one');
    await fails();
    expect(answers).toEqual([undefined]);
    check('two');
    await arrives();
    expect([loads(), answers.length, answers[1]?.text]).toEqual([2, 2, 'two']);
  });

  it('stops asking for a blocked script while somebody types', async () => {
    const { network, secrets, fails, loads } = world();
    for (let key = 0; key < 20; key += 1) {
      secrets.prepare();
      network.advance(PAUSE_MS);
      await fails();
    }
    expect(loads()).toBe(3);
  });

  it('lets a message through that the finder fails at', async () => {
    const { check, answers, arrives } = world();
    check('hello');
    await arrives({ redact() { throw new Error('defect'); } });
    expect(answers).toEqual([undefined]);
  });
});
