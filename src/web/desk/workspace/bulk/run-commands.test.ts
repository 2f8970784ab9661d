import { describe, expect, it } from '@jest/globals';
import { aConversation, ownedBy } from '../../state/testing.ts';
import type { CommandOutcome } from '../../connection/commands.ts';
import type { Desk } from '../../connection/desk.ts';
import { runCommands, type Step } from './run-commands.ts';

const steps = (...ids: string[]): Step[] => ids.map((id) => ({ conversation: aConversation({ id, caseNumber: `V-${id}` }), commands: [{ type: 'claim' }] }));

/** A desk that answers by conversation, and tells in which order it was asked. */
function aDesk(outcomes: Readonly<Record<string, CommandOutcome>> = {}) {
  const asked: string[] = [];
  const desk = {
    command(id: string) {
      asked.push(id);
      return Promise.resolve(outcomes[id] ?? { ok: true as const });
    },
    getState: () => ({ conversations: new Map([['b', aConversation({ id: 'b', ...ownedBy('bo', 'Bo') })]]) }),
  } as unknown as Pick<Desk, 'command' | 'getState'>;
  return { desk, asked };
}

describe('runCommands', () => {
  it('does one after the other, tells how far it is, and goes on after what failed', async () => {
    const { desk, asked } = aDesk({ b: { ok: false, code: 'already-claimed' } });
    const progress: number[] = [];
    const { done, failures } = await runCommands(desk, steps('a', 'b', 'c'), new AbortController().signal, (count) => { progress.push(count); });
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(progress).toEqual([1, 2, 3]);
    expect(done.map(({ conversation }) => conversation.id)).toEqual(['a', 'c']);
    expect(failures).toEqual([{ conversationId: 'b', caseNumber: 'V-b', code: 'already-claimed', ownerName: 'Bo' }]);
  });

  it('sends nothing more once the connection is lost, and says so of each', async () => {
    const { desk, asked } = aDesk({ a: { ok: false, code: 'offline' } });
    const { failures } = await runCommands(desk, steps('a', 'b', 'c'), new AbortController().signal, () => undefined);
    expect(asked).toEqual(['a']);
    expect(failures.map(({ code }) => code)).toEqual(['offline', 'offline', 'offline']);
  });

  it('leaves out the rest when it is stopped', async () => {
    const { desk, asked } = aDesk();
    const stop = new AbortController();
    const { done } = await runCommands(desk, steps('a', 'b', 'c'), stop.signal, () => { stop.abort(); });
    expect(asked).toEqual(['a']);
    expect(done).toHaveLength(1);
  });
});
