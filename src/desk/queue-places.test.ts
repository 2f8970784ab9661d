import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createManualClock } from '../../test/fakes/manual-clock.ts';
import { createMemoryConversationStore } from '../../test/fakes/memory-conversation-store.ts';
import { silentLogger } from '../../test/fakes/silent-logger.ts';
import { createLocalDoorbell } from '../adapters/system/doorbell.ts';
import { STANDARD_SETTINGS } from '../domain/desk-settings.ts';
import type { Team } from '../domain/teams.ts';
import type { Waiting } from '../domain/waiting.ts';
import { createQueuePlaces, type QueuePlaces } from './queue-places.ts';

describe('places in line', () => {
  let places: QueuePlaces;
  let staffed = true;
  let estimates = 0;
  const doorbell = createLocalDoorbell();
  let store: ReturnType<typeof createMemoryConversationStore>;

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
    staffed = true;
    estimates = 0;
    store = createMemoryConversationStore(createManualClock(), () => STANDARD_SETTINGS);
    const estimateTime = () => {
      estimates += 1;
      return Promise.resolve({ minutes: staffed ? 3 : null, staffed });
    };
    places = createQueuePlaces({ conversations: store, estimateTime, doorbell, logger: silentLogger });
  });
  afterEach(() => {
    places.stop();
    jest.useRealTimers();
  });

  const wait = async (id: string, team: Team = 'payments'): Promise<void> => {
    await store.start({
      id, startKey: id,
      drafts: [
        { type: 'conversation.started', data: { contactId: id, caseNumber: id, locale: 'en', channel: 'widget' } },
        { type: 'handoff.requested', data: { team, urgency: 'normal', reason: 'asked', requestedBy: 'contact', ask: [] } },
      ],
    });
    doorbell.ring({ conversationId: id, contactId: id });
  };
  const watch = (id: string): Waiting[] => {
    const told: Waiting[] = [];
    places.watch(id, (waiting) => { told.push(waiting); });
    return told;
  };
  /** Until nothing is under way, with the timers run that far. */
  const pass = async (ms: number): Promise<void> => {
    await jest.advanceTimersByTimeAsync(ms);
    await new Promise((resolve) => { setImmediate(resolve); });
  };

  it('are told when they change, each with one look at how long it takes', async () => {
    await wait('a');
    await wait('b');
    const [first, second] = [watch('a'), watch('b')];
    await pass(500);
    expect([first, second]).toEqual([[{ place: 1, minutes: 3, staffed: true }], [{ place: 2, minutes: 3, staffed: true }]]);
    expect(estimates).toBe(1);
    await wait('c');
    await pass(500);
    expect([first.length, second.length]).toEqual([1, 1]);
  });

  it('tell soon when somebody comes or goes, also where the place is the same', async () => {
    await wait('a');
    const told = watch('a');
    await pass(500);
    staffed = false;
    doorbell.signal({ type: 'presence', agentId: 'ana' });
    await pass(2_500);
    expect(told.at(-1)).toEqual({ place: 1, minutes: null, staffed: false });
    doorbell.signal({ type: 'presence', agentId: 'ben' });
    await pass(2_500);
    expect(told).toHaveLength(2);
  });
});
