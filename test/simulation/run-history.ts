import { randomUUID } from 'node:crypto';
import type { Agent } from '../../src/domain/agent.ts';
import { STANDARD_SETTINGS, type DeskSettings } from '../../src/domain/desk-settings.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { ConversationEvent } from '../../src/domain/events.ts';
import type { ConversationStore, Ring, Signal } from '../../src/ports.ts';
import { TEAMS } from '../../src/domain/teams.ts';
import type { DeskCommand } from '../../src/protocol/desk.ts';
import { createMemoryConversationStore } from '../fakes/memory-conversation-store.ts';
import { createMemoryPresence } from '../fakes/memory-presence.ts';
import { checkMessages, checkOwnership, checkRest, checkSla } from './check-history.ts';
import { createFaultyPorts, SLOW_MS } from './faulty-ports.ts';
import { mutateStore, type Mutant } from './mutants.ts';
import { AGENTS, CONTACTS, PROCESSES, planHistory, type Plan, type Step } from './plan-history.ts';
import { createSeededRandom } from './seeded-random.ts';
import { createSimulatedAssistant } from './simulated-assistant.ts';
import { startProcess, type SimulatedProcess, type World } from './simulated-process.ts';
import { installVirtualTime, type TimerOwner, type VirtualTime } from './virtual-time.ts';

export interface Outcome {
  readonly plan: Plan;
  /** What was broken; none where all rules held. */
  readonly violations: readonly string[];
  /** What happened, by kind of event. */
  readonly happened: ReadonlySet<string>;
  /** What went wrong on the way, which it must bear. */
  readonly trace: readonly string[];
}

/** Routing gives out what people of these teams wait for, so that it is played too. */
const SETTINGS: DeskSettings = {
  ...STANDARD_SETTINGS,
  teams: { ...STANDARD_SETTINGS.teams, security: { ...STANDARD_SETTINGS.teams.security, assignment: 'automatic' } },
};
const PEOPLE: readonly Agent[] = AGENTS.map((name, index) => ({
  id: name, email: `${name}@exchange.example`, name, role: index === 2 ? 'supervisor' : 'agent', teams: TEAMS, locales: ['en'], level: 1, capacity: 1, active: true, createdAt: 0,
}));
/** As in app/core.ts: what the assistant leaves unanswered for so long is asked for again, ms. */
const GRACE_MS = 10_000;
/** Leading ends at the latest so long after the lease was had, with everything that was under way then. */
const LEAD_MS = 20_000;
/** More calls than any history needs that comes to an end. */
const MOST_STEPS = 20_000;

/** Plays one history to its end and looks whether every rule held. The same seed plays the same. */
export async function runHistory(seed: number, { mutant, plan = planHistory(createSeededRandom(seed)) }: { mutant?: Mutant | undefined; plan?: Plan } = {}): Promise<Outcome> {
  const time = installVirtualTime();
  try {
    return await createHistory(seed, plan, mutant, time).play();
  } finally {
    time.restore();
  }
}

interface Contact {
  readonly id: string;
  conversationId: string | null;
  readonly sent: { readonly id: string; readonly text: string; acknowledged: boolean }[];
  /** What was sent over the connection as it is, one after the other. */
  connection: { process: SimulatedProcess; readonly asked: Set<string>; last: Promise<void> };
}

interface Listener {
  readonly owner: TimerOwner;
  readonly ring?: (ring: Ring) => void;
  readonly signal?: (signal: Signal) => void;
}

function createHistory(seed: number, plan: Plan, mutant: Mutant | undefined, time: VirtualTime): { play(): Promise<Outcome> } {
  const random = createSeededRandom(seed ^ 0x5eed);
  const ports = createFaultyPorts(random, time);
  const clock = { now: () => time.now() };
  const store = createMemoryConversationStore(clock, () => SETTINGS);
  const processes: SimulatedProcess[] = [];
  const desks = new Map<string, { process: SimulatedProcess; close: () => void }>();
  const violations: string[] = [];
  const happened = new Set<string>();
  const listeners: Listener[] = [];
  /** By contact: who may have been told of a message. */
  const told = new Map<string, Set<string>>();
  /** Contacts who ever waited longer than the grace: whoever was sent to look may find a newer message. */
  const overdue = new Set<string>();
  const leading = new Map<string, number>();
  const routed = new Map<string, { readonly agentId: string; readonly by: string; readonly at: number }>();
  let starts = 0;
  /** What was refused is sent again behind what was taken meanwhile. */
  let wasRefused = false;
  const world: World = {
    clock, settings: SETTINGS, agents: PEOPLE, presence: createMemoryPresence(clock), leadsAlways: mutant === 'no lease',
    conversations: watchSweeper(mutateStore(watchRouting(), mutant)),
    leases: createLeases(),
    doorbell: (owner) => createDoorbell(owner),
    assistant: (process) => createSimulatedAssistant((contactId, unansweredAt) => { checkAsked(process, contactId, unansweredAt); }),
  };
  for (const process of PROCESSES) start(process);
  const contacts: Contact[] = CONTACTS.map((id) => ({ id, conversationId: null, sent: [], connection: connectContact() }));

  async function play(): Promise<Outcome> {
    ports.setFaults(plan.faults);
    for (const step of plan.steps) {
      await pass(step.after);
      perform(step);
      for (let calls = random.int(14); calls > 0 && await ports.step();) calls -= 1;
    }
    await rest();
    await check();
    return { plan: plan, violations: [...new Set(violations)], happened, trace: ports.trace };
  }

  function start(index: number): void {
    processes[index] = startProcess(`p${index}.${starts += 1}`, world, ports);
    time.owner = undefined;
  }

  /** Time passes, and what is due happens, in any order. */
  async function pass(ms: number): Promise<void> {
    // No call is on its way for that long, but those of who is paused.
    if (ms > SLOW_MS) {
      while (await ports.step());
      time.pass(SLOW_MS);
      while (await ports.step());
    }
    time.pass(ms);
    const due = time.due();
    while (due.length > 0) {
      time.fire(due.splice(random.int(due.length), 1)[0]!);
      time.owner = undefined;
      if (random.chance(0.3)) await ports.step();
    }
  }

  function perform(step: Step): void {
    switch (step.kind) {
      case 'message': {
        const contact = contactOf(step.contact);
        contact.sent.push({ id: randomUUID(), text: step.text, acknowledged: false });
        send(contact);
        return;
      }
      case 'reconnect': {
        const contact = contactOf(step.contact);
        contact.connection = connectContact();
        send(contact);
        return;
      }
      case 'agent':
        act(step.agent, step.does, contactOf(step.of));
        return;
      case 'crash':
        crash(step.process);
        return;
      case 'pause': {
        const process = processes[step.process];
        if (!process) return;
        process.paused = true;
        setTimeout(() => { process.paused = false; }, step.ms);
        return;
      }
      case 'jump':
        time.jump(step.ms);
    }
  }

  /** All that it knew is gone; another takes its place, and whoever was connected comes back to any. */
  function crash(index: number): void {
    const process = processes[index];
    if (!process) return;
    process.dead = true;
    start(index);
    for (const [agent, desk] of desks) if (desk.process === process) desks.delete(agent);
    for (const contact of contacts) {
      if (contact.connection.process !== process) continue;
      contact.connection = connectContact();
      send(contact);
    }
  }

  function connectContact(): Contact['connection'] {
    return { process: random.pick(processes), asked: new Set(), last: Promise.resolve() };
  }

  /** As the widget does: nothing overtakes what begins the conversation, and what was not acknowledged is sent again over a new connection. */
  function send(contact: Contact): void {
    const { connection } = contact;
    const owed = contact.sent.filter(({ acknowledged }) => !acknowledged);
    for (const message of contact.conversationId === null ? owed.slice(0, 1) : owed) {
      if (connection.asked.has(message.id)) continue;
      connection.asked.add(message.id);
      const { conversationId } = contact;
      tell(contact.id, connection.process);
      connection.last = connection.last.then(async () => {
        try {
          const { conversation } = await connection.process.core.receiveMessage({
            contactId: contact.id, conversationId, locale: 'en', channel: 'widget', message: { clientMessageId: message.id, text: message.text },
          });
          // Over a connection that is gone no acknowledgement comes.
          if (contact.connection !== connection) return;
          message.acknowledged = true;
          contact.conversationId = conversation.id;
          send(contact);
        } catch {
          wasRefused = true;
          connection.asked.delete(message.id);
        }
      });
    }
  }

  function act(name: string, does: Extract<Step, { kind: 'agent' }>['does'], contact: Contact): void {
    const agent = PEOPLE.find(({ id }) => id === name);
    const desk = desks.get(name);
    if (!agent) return;
    switch (does) {
      case 'connect': {
        if (desk) return;
        const process = random.pick(processes);
        time.owner = process;
        desks.set(name, { process, close: process.desk.presence.connect(name) });
        process.desk.presence.set(name, 'available').catch(ignore);
        time.owner = undefined;
        return;
      }
      case 'disconnect':
        desk?.close();
        desks.delete(name);
        return;
      case 'available':
      case 'away':
      case 'offline':
        desk?.process.desk.presence.set(name, does).catch(ignore);
        return;
      default: {
        if (contact.conversationId === null) return;
        const process = desk?.process ?? random.pick(processes);
        if (does === 'return') tell(contact.id, process);
        void command(process, agent, contact.conversationId, does);
      }
    }
  }

  /** Agents act on what the screen showed a moment ago, as people do. What the rules forbid changes nothing. */
  async function command(process: SimulatedProcess, agent: Agent, conversationId: string, does: string): Promise<void> {
    const seenSeq = (await store.get(conversationId))?.seq;
    const command = {
      claim: { type: 'claim' }, release: { type: 'release' }, return: { type: 'return', seenSeq }, resolve: { type: 'resolve', seenSeq },
      reply: { type: 'reply', text: 'reply', clientMessageId: randomUUID() }, snooze: { type: 'snooze', until: time.now() + 60_000 },
    }[does] as DeskCommand;
    const run = (): Promise<unknown> => process.desk.runDeskCommand(agent, conversationId, command);
    await run().catch((error: unknown) => {
      if (!(error instanceof AppError)) return does === 'reply' ? run().catch(ignore) : undefined;
      if (!REFUSALS.includes(error.code) && !(does === 'snooze' && error.code === 'invalid-input')) violations.push(`${does} was refused with ${error.code}`);
      return undefined;
    });
  }

  /** Nothing new comes and nothing fails any more: all that is owed must be done now, by itself. */
  async function rest(): Promise<void> {
    ports.setFaults(0);
    for (const process of processes) process.paused = false;
    for (let round = 0; round < 40; round++) {
      // Nothing is lost that comes back: whoever has no acknowledgement sends again.
      for (const contact of contacts) {
        if (round % 4 === 0 && contact.sent.some((one) => !one.acknowledged)) contact.connection = connectContact();
        send(contact);
      }
      for (let steps = 0; await ports.step(); steps++) if (steps > MOST_STEPS) { violations.push('it never comes to rest'); return; }
      if (round > 1 && await isDone()) return;
      // Where the clock was set back, what is overdue is found when it has caught up.
      await pass(round < 24 ? 2_500 : 60_000);
    }
  }

  async function isDone(): Promise<boolean> {
    if (contacts.some(({ sent }) => sent.some((one) => !one.acknowledged))) return false;
    return (await store.listUnanswered(Infinity, 10)).length === 0;
  }

  async function check(): Promise<void> {
    const all = [];
    for (const { id, sent } of contacts) {
      const own = await store.listOfContact(id, 100);
      const logs: ConversationEvent[][] = [];
      for (const conversation of own.reverse()) {
        const log = await store.read(conversation.id, 0, 10_000);
        logs.push(log);
        for (const event of log) happened.add(event.type === 'conversation.assigned' && event.data.byAgentId === null ? 'routed' : event.type);
        const isSteady = !plan.steps.some((step) => step.kind === 'jump' && step.ms < 0);
        violations.push(...checkOwnership(log, conversation), ...checkSla(log, SETTINGS, isSteady));
      }
      all.push(...own);
      violations.push(...checkMessages(sent, logs, wasRefused ? 'any' : 'as-sent'));
      if (sent.some((one) => !one.acknowledged)) violations.push(`${id} is never acknowledged`);
    }
    const queues = await Promise.all(TEAMS.map((team) => store.list({ view: 'queue', teams: [team] }, 100)));
    const atDesks = await Promise.all(PEOPLE.map(({ id: agentId }) => store.list({ view: 'mine', agentId }, 100)));
    violations.push(...checkRest(all, queues, atDesks));
  }

  /** The store, with an eye on what routing gives to whom. */
  function watchRouting(): ConversationStore {
    return {
      ...store,
      append: async (id, seq, drafts) => {
        const before = await store.get(id);
        const appended = await store.append(id, seq, drafts);
        if (appended !== 'conflict') for (const event of appended.events) noteRouting(event, before?.urgency === 'critical');
        return appended;
      },
    };
  }

  function noteRouting(event: ConversationEvent, isCritical: boolean): void {
    if (event.type === 'conversation.assigned' && event.data.byAgentId === null) {
      const by = (time.owner as SimulatedProcess | undefined)?.name ?? '';
      const at = time.monotonic();
      const { agentId } = event.data;
      const isPaused = plan.steps.some(({ kind }) => kind === 'pause');
      const held = [...routed].filter(([id, one]) => id !== event.conversationId && one.agentId === agentId);
      if (!isPaused && (leading.get(by) ?? -Infinity) < at - LEAD_MS) violations.push(`${event.seq} routed by who does not lead`);
      // While the lease changes hands, what the one before had under way may still arrive.
      const isOne = held.every(([, one]) => one.by === by || one.at < at - LEAD_MS);
      if (isOne && held.length > (isCritical ? 1 : 0)) violations.push(`${event.seq} routed to ${agentId} beyond their capacity`);
      routed.set(event.conversationId, { agentId, by, at });
    } else if (event.type.startsWith('conversation.') && event.type !== 'conversation.woken') {
      routed.delete(event.conversationId);
    }
  }

  /** The store, with an eye on what the sweeper finds. */
  function watchSweeper(watched: ConversationStore): ConversationStore {
    return {
      ...watched,
      async listUnanswered(before, limit) {
        const ids = await watched.listUnanswered(before, limit);
        // At its start a process looks at everything, whenever it came.
        const isStart = before > time.now() - GRACE_MS;
        for (const one of await store.getMany(ids)) if (isStart || (one.unansweredAt ?? Infinity) < time.now() - GRACE_MS) overdue.add(one.contactId);
        return ids;
      },
    };
  }

  /** Until the grace is over, only who received a message, or gave the conversation back, asks for its turn. */
  function checkAsked(process: SimulatedProcess, contactId: string, unansweredAt: number): void {
    const isFresh = time.now() - unansweredAt < GRACE_MS && !plan.steps.some(({ kind }) => kind === 'jump');
    const known = told.get(contactId)?.has(process.name) ?? false;
    if (isFresh && !known && !overdue.has(contactId) && process.startedAt < unansweredAt) violations.push('the sweeper does not wait for who received the message');
  }

  function tell(contactId: string, process: SimulatedProcess): void {
    told.set(contactId, (told.get(contactId) ?? new Set()).add(process.name));
  }

  function createLeases(): World['leases'] {
    let held: { holder: string; until: number } | undefined;
    return {
      take: (_name, holder, ms) => {
        const now = time.monotonic();
        if (held && held.holder !== holder && held.until > now) return Promise.resolve(false);
        held = { holder, until: now + ms };
        leading.set((time.owner as SimulatedProcess | undefined)?.name ?? '', now);
        return Promise.resolve(true);
      },
      giveUp: () => Promise.resolve(),
    };
  }

  /** Rings reach every process some time, twice, or not at all. */
  function createDoorbell(owner: TimerOwner): ReturnType<World['doorbell']> {
    const spread = (name: string, tell: (listener: Listener) => void): void => {
      if (owner.dead) return;
      for (const process of processes) {
        if (random.chance(plan.faults)) continue;
        const tellAll = (): void => { for (const listener of listeners) if (listener.owner === process) tell(listener); };
        for (let times = random.chance(plan.faults) ? 2 : 1; times > 0; times--) ports.deliver(process, name, tellAll);
      }
    };
    const listen = (listener: Omit<Listener, 'owner'>): (() => void) => {
      listeners.push({ owner, ...listener });
      return ignore;
    };
    return {
      ring: (ring) => { spread('ring', (listener) => listener.ring?.(ring)); },
      signal: (signal) => { spread('signal', (listener) => listener.signal?.(signal)); },
      onRing: (ring) => listen({ ring }),
      onSignal: (signal) => listen({ signal }),
      onGap: () => ignore,
      close: () => Promise.resolve(),
    };
  }

  function contactOf(id: string): Contact {
    const contact = contacts.find((one) => one.id === id);
    if (!contact) throw new Error(`there is no contact ${id}`);
    return contact;
  }

  return { play };
}

const ignore = (): void => {};
/** The only answers that a forbidden deed may get. */
const REFUSALS: readonly string[] = ['already-claimed', 'not-owner', 'already-resolved', 'conflict', 'not-found', 'unavailable'];
