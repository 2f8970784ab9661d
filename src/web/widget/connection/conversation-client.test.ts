import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createMemoryStorage } from '../../../../test/fakes/memory-storage.ts';
import { createSimulatedDesk } from '../../../../test/fakes/simulated-desk.ts';
import { createSimulatedNetwork } from '../../../../test/fakes/simulated-network.ts';
import { viewConversation } from '../conversation/conversation-view.ts';
import { timelineOf } from '../conversation/timeline.ts';
import { createContactMemory } from './contact-memory.ts';
import { createConversationClient, type ConversationClient } from './conversation-client.ts';

/** A contact's browser with as many tabs as one opens, and a desk at the other end of a bad line. */
function world() {
  const desk = createSimulatedDesk();
  const storage = createMemoryStorage();
  const network = createSimulatedNetwork();
  let clock = 0;
  let count = 0;
  const openTab = (): { client: ConversationClient; line: ReturnType<typeof desk.line> } => {
    const line = desk.line();
    const client = createConversationClient({
      memory: createContactMemory(storage.open(), 'desk'), network,
      now: () => clock += 1, createId: () => `message-${count += 1}`, pageContext: () => ({ page: '/' }),
      openLink: line.open,
    });
    client.start();
    return { client, line };
  };
  return { desk, openTab, network, storage };
}

const unchecked = { type: 'message', text: 'may hold a secret', unchecked: true } as const;
const say = (client: ConversationClient, text: string): void => { client.send({ type: 'message', text }); };
const shown = (client: ConversationClient): string[] => {
  const { log, outbox, fresh } = client.state();
  const view = log && !fresh && log.events.length > 0 ? viewConversation(log) : null;
  return timelineOf(view, outbox, 'UTC').flatMap((row) => (row.kind === 'contact' ? [row.text] : []));
};

describe('createConversationClient', () => {
  it('begins one conversation with the first message and goes on in it', () => {
    const { desk, openTab } = world();
    const { client, line } = openTab();
    say(client, 'one');
    say(client, 'two');
    line.connect();
    line.deliverAll();
    expect(desk.texts()).toEqual([['one', 'two']]);
    expect(shown(client)).toEqual(['one', 'two']);
    expect(client.state().outbox).toEqual([]);
  });

  it('comes back after a reload with the conversation and what was not sent', () => {
    const { desk, openTab } = world();
    const before = openTab();
    before.line.connect();
    say(before.client, 'one');
    before.line.deliverAll();
    before.line.lose();
    say(before.client, 'written offline');
    const after = openTab();
    expect(shown(after.client)).toEqual(['written offline']);
    say(after.client, 'after the reload');
    after.line.connect();
    after.line.deliverAll();
    expect(desk.texts()).toEqual([['one', 'written offline', 'after the reload']]);
    expect(shown(after.client)).toEqual(['one', 'written offline', 'after the reload']);
  });

  it('sends what nobody could check for secrets, and writes it down nowhere', () => {
    const { desk, openTab, storage } = world();
    const { client, line } = openTab();
    client.send(unchecked);
    expect(JSON.stringify(Object.entries(storage.raw))).not.toContain('secret');
    expect(shown(openTab().client)).toEqual([]);
    line.connect();
    line.deliverAll();
    expect(desk.texts()).toEqual([['may hold a secret']]);
    expect(shown(client)).toEqual(['may hold a secret']);
  });

  it('begins anew when the contact asks for it, with the old conversation off the screen', () => {
    const { desk, openTab } = world();
    const { client, line } = openTab();
    line.connect();
    say(client, 'old');
    line.deliverAll();
    client.beginAnew();
    expect(shown(client)).toEqual([]);
    say(client, 'new');
    say(client, 'newer');
    line.deliverAll();
    expect(desk.texts()).toEqual([['old'], ['new', 'newer']]);
    expect(shown(client)).toEqual(['new', 'newer']);
  });

  it('shows in one tab what was begun in another', () => {
    const { openTab } = world();
    const [a, b] = [openTab(), openTab()];
    a.line.connect();
    b.line.connect();
    a.line.deliverAll();
    // The second tab was welcomed as a stranger and learns who it is from the first.
    b.line.deliverAll();
    b.line.connect();
    b.line.deliverAll();
    say(a.client, 'hello');
    a.line.deliverAll();
    b.line.deliverAll();
    expect(shown(b.client)).toEqual(['hello']);
  });

  it('begins anew where the desk has forgotten everything, and loses no words', () => {
    const { desk, openTab } = world();
    const { client, line } = openTab();
    line.connect();
    say(client, 'one');
    line.deliverAll();
    line.lose();
    desk.forget();
    say(client, 'two');
    line.connect();
    line.deliverAll();
    expect(desk.texts()).toEqual([['two']]);
    expect(shown(client)).toEqual(['two']);
  });

  it('tells history from news', () => {
    const { openTab } = world();
    const before = openTab();
    before.line.connect();
    say(before.client, 'one');
    before.line.deliverAll();
    const after = openTab();
    after.line.connect();
    after.line.deliverAll();
    const { historyEnd, log } = after.client.state();
    expect(historyEnd).toBe(log?.events.at(-1)?.seq);
    expect(before.client.state().historyEnd).toBe(0);
  });

  it('says once up to where the contact has seen messages, and what was seen offline when the line is back', () => {
    const { openTab } = world();
    const { client, line } = openTab();
    line.connect();
    say(client, 'one');
    line.deliverAll();
    client.read(2);
    client.read(2);
    client.read(1);
    expect(line.marks).toEqual([2]);
    line.lose();
    client.read(3);
    expect(line.marks).toEqual([2]);
    line.connect();
    line.deliverAll();
    expect(line.marks).toEqual([2, 3]);
  });

  it('comes back to a conversation that a colleague closed lately, and to no other closed one', () => {
    for (const [type, comesBack] of [['conversation.resolved', true], ['conversation.settled', false]] as const) {
      const { desk, openTab, storage } = world();
      const { client, line } = openTab();
      line.connect();
      say(client, 'one');
      line.deliverAll();
      desk.close(type);
      line.deliverAll();
      expect(createContactMemory(storage.open(), 'desk').openConversation() !== null).toBe(comesBack);
    }
  });

  it('loses nothing and shows nothing twice, whatever the line does and however often the page is reloaded', () => {
    const action = fc.oneof(
      { weight: 4, arbitrary: fc.constant('say') }, { weight: 6, arbitrary: fc.constant('deliver') }, { weight: 2, arbitrary: fc.constant('connect') },
      fc.constant('lose'), fc.constant('reload'), fc.constant('repeat'), fc.constant('answer'),
    );
    fc.assert(fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const { desk, openTab, network } = world();
      let tab = openTab();
      const said: string[] = [];
      const act: Record<string, () => void> = {
        say() { said.push(`text ${said.length}`); say(tab.client, said.at(-1) ?? ''); },
        deliver: () => { tab.line.deliver(); },
        connect: () => { tab.line.connect(); },
        lose: () => { tab.line.lose(); },
        reload: () => { tab.line.lose(); tab = openTab(); },
        repeat: () => { tab.line.repeatLast(); },
        answer: () => { desk.answer(); },
      };
      for (const name of actions) act[name]?.();
      tab.line.connect();
      tab.line.deliverAll();
      network.advance(60_000);
      tab.line.deliverAll();
      expect(desk.texts().flat()).toEqual(said);
      expect(desk.texts().length).toBeLessThanOrEqual(1);
      expect(shown(tab.client)).toEqual(said);
      expect(tab.client.state().outbox).toEqual([]);
      expect(tab.client.state().log?.events ?? []).toEqual(desk.latestEvents());
    }), { numRuns: 1000 });
  });
});
