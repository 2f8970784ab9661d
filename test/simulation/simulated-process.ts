import { openCore, type Core } from '../../src/app/core.ts';
import { openDesk, type OpenedDesk } from '../../src/app/desk.ts';
import type { AppParts, Shared } from '../../src/app/parts.ts';
import { startLeadership, type Leadership } from '../../src/conversation/leadership.ts';
import type { AssistantSeat } from '../../src/domain/assistant-seat.ts';
import type { Agent } from '../../src/domain/agent.ts';
import type { DeskSettings } from '../../src/domain/desk-settings.ts';
import type { Clock, ConversationStore, Doorbell, LeaseStore, PresenceStore } from '../../src/ports.ts';
import { silentLogger } from '../fakes/silent-logger.ts';
import type { Ports } from './faulty-ports.ts';
import type { TimerOwner } from './virtual-time.ts';

/** What processes share, whatever becomes of them. */
export interface World {
  readonly conversations: ConversationStore;
  readonly presence: PresenceStore;
  readonly leases: LeaseStore;
  readonly agents: readonly Agent[];
  readonly settings: DeskSettings;
  readonly clock: Clock;
  readonly doorbell: (owner: TimerOwner) => Doorbell;
  readonly assistant: (process: SimulatedProcess) => AssistantSeat;
  readonly leadsAlways: boolean;
}

/** One process of the product: its own spine and desk, as the application puts them together, on ports of which any may fail. */
export interface SimulatedProcess extends TimerOwner {
  readonly name: string;
  readonly startedAt: number;
  core: Core;
  desk: OpenedDesk;
}

/** Starts it: as in the application, it looks at once for what a crash cut off. */
export function startProcess(name: string, world: World, ports: Ports): SimulatedProcess {
  const process = { name, startedAt: world.clock.now(), paused: false, dead: false } as SimulatedProcess;
  let leadership: Leadership | undefined;
  const doorbell = world.doorbell(process);
  const agents = { list: () => Promise.resolve([...world.agents]), get: (id: string) => Promise.resolve(world.agents.find((one) => one.id === id)) };
  const attachments = { removeLoose: () => Promise.resolve(0), find: () => Promise.resolve(undefined), tie: () => Promise.resolve() };
  const conversations = ports.wrap(process, `${name} conversations`, world.conversations);
  const parts = {
    storage: { conversations, agents, attachments, presence: ports.wrap(process, `${name} presence`, world.presence), deskSettings: { current: () => ({ settings: world.settings, revision: 1 }) } },
    config: {}, clock: world.clock, logger: silentLogger, doorbell, overrides: { assistant: () => world.assistant(process) },
  } as unknown as AppParts;
  const shared = {
    doorbell, knowledge: () => { throw new Error('the simulation knows no articles'); }, translate: () => '',
    metrics: { time: (_what: string, work: unknown) => work }, isLeader: () => world.leadsAlways || (leadership?.isLeader() ?? false),
  } as unknown as Shared;
  void startLeadership({ leases: ports.wrap(process, `${name} leases`, world.leases), logger: silentLogger }).then((started) => { leadership = started; });
  process.core = openCore(parts, shared);
  process.desk = openDesk(parts, shared, process.core);
  void process.core.sweeper.sweepAll();
  return process;
}
