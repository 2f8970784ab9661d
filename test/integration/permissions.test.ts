import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createLocalDoorbell } from '../../src/adapters/system/doorbell.ts';
import { createCaseNumber } from '../../src/conversation/case-number.ts';
import { STANDARD_SETTINGS } from '../../src/domain/desk-settings.ts';
import type { EventDraft } from '../../src/domain/events.ts';
import type { Team } from '../../src/domain/teams.ts';
import type { Signal } from '../../src/ports.ts';
import { contactClientFrameSchema } from '../../src/protocol/contact.ts';
import { deskClientFrameSchema, deskCommandSchema, type DeskCommand } from '../../src/protocol/desk.ts';
import { ROUTES, type Route, type RouteName } from '../../src/protocol/http.ts';
import { connectContact, type ContactClient } from '../clients/contact-client.ts';
import { connectDesk, type DeskClient } from '../clients/desk-client.ts';
import { enrolForTests, signIn } from '../clients/sign-in.ts';
import { minimalInput } from '../fixtures/minimal-input.ts';
import { SAMPLE_FILES } from '../fixtures/sample-files.ts';
import { CALLERS, CASES, COMMAND_MATRIX, CONTACT_FRAME_MATRIX, DESK_FRAME_MATRIX, ROUTE_MATRIX, type Caller, type Case, type Ids, type Outcome, type Row } from './permission-matrix.ts';
import { startDesk, type RunningDesk } from './start-desk.ts';

const AGENTS = ['agent', 'supervisor', 'editor', 'admin'] as const;
const COMMANDERS = ['agent', 'supervisor', 'admin'] as const;
const HEARD = { status: 0, code: '' };

/** What came of a call, in the words of the table. */
type Answer = 'let in' | 'sign in first' | 'not this role' | 'not there' | `broken: ${string}`;

describe('who may do what', () => {
  const signals: Signal[] = [];
  let desk: RunningDesk;
  let contact: ContactClient;
  let stranger: ContactClient;
  let contactId: string;
  const credentials = new Map<Caller, { id: string; email: string; password: string }>();
  const cookies = new Map<Caller, string>();
  let colleague: string;
  let bystander: string;

  beforeAll(async () => {
    const doorbell = createLocalDoorbell();
    doorbell.onSignal((signal) => signals.push(signal));
    desk = await startDesk({ doorbell });
    for (const role of AGENTS) {
      const agent = await desk.createAgent(`${role}@x.example`, { role, teams: role === 'editor' ? [] : ['payments'] });
      credentials.set(role, agent);
      cookies.set(role, await signIn(desk.url, agent));
    }
    colleague = (await desk.createAgent('colleague@x.example', { teams: ['payments', 'fraud'] })).id;
    bystander = (await desk.createAgent('bystander@x.example', { teams: [] })).id;
    [contact, stranger] = [await connectContact(desk.url), await connectContact(desk.url)];
    const { conversationId } = await contact.send('hello');
    contactId = (await desk.storage.conversations.get(conversationId))?.contactId ?? '';
  });
  afterAll(async () => {
    for (const client of [contact, stranger]) client.close();
    await desk.stop();
  });

  /** A conversation of the contact that people have. */
  async function begin(whose: Case, caller: Caller, attachments: { id: string; name: string; type: string; bytes: number; sha256: string }[] = []): Promise<Ids> {
    const team: Team = whose === 'other' ? 'fraud' : 'payments';
    const owner = whose === 'own' ? credentials.get(caller)?.id ?? colleague : colleague;
    const [id, caseNumber] = [uuidv7(), createCaseNumber()];
    const drafts: EventDraft[] = [
      { type: 'conversation.started', data: { contactId, caseNumber, locale: 'en', channel: 'widget' } },
      { type: 'message.received', data: { clientMessageId: uuidv7(), text: 'my withdrawal is late', ...(attachments.length > 0 && { attachments }) } },
      { type: 'message.sent', data: { author: { kind: 'assistant' }, kind: 'answer', text: 'It takes an hour.', locale: 'en', citations: [], choices: [], ofSeq: 2 } },
      { type: 'handoff.requested', data: { team, urgency: 'normal', reason: 'asked', requestedBy: 'contact', ask: [] } },
      ...(whose === 'queue' ? [] : [{ type: 'conversation.assigned' as const, data: { agentId: owner, name: 'somebody', team, byAgentId: null } }]),
    ];
    const { conversation } = await desk.storage.conversations.start({ id, startKey: uuidv7(), drafts });
    return { conversationId: id, caseNumber: conversation.caseNumber, fileId: uuidv7(), agentId: bystander };
  }

  /** With a file of the contact in it. */
  async function beginWithFile(whose: Case, caller: Caller): Promise<Ids> {
    const response = await fetch(`${desk.url}/api/contact/files`, { method: 'POST', headers: { authorization: `Bearer ${contact.token}`, 'x-file-name': 'seen.png', 'Content-Type': 'application/octet-stream' }, body: SAMPLE_FILES.png });
    const { id } = await response.json() as { id: string };
    const ids = await begin(whose, caller);
    if (!await desk.storage.attachments.attach([id], ids.conversationId, { contactId })) throw new Error('the file could not be tied');
    return { ...ids, fileId: id };
  }

  async function call(name: RouteName, caller: Caller, ids: Ids): Promise<{ answer: Answer; text: string }> {
    const route: Route = ROUTES[name];
    const given = ROUTE_MATRIX[name]?.input?.(ids) ?? {};
    const fill = (part: 'params' | 'query' | 'headers' | 'body'): Record<string, unknown> | undefined => route[part] && minimalInput(route[part], given[part] as Record<string, unknown> | undefined);
    const params = fill('params') ?? {};
    const path = route.path.replace(/:(\w+)/g, (_whole, param: string) => encodeURIComponent(String(params[param])));
    const query = new URLSearchParams(Object.entries(fill('query') ?? {}).map(([key, value]) => [key, String(value)]));
    const body = route.bytes === undefined ? fill('body') : undefined;
    const response = await fetch(`${desk.url}${path}?${query}`, {
      method: route.method.toUpperCase(), redirect: 'manual',
      headers: { ...identify(caller), ...fill('headers') as Record<string, string> | undefined, ...(body && { 'Content-Type': 'application/json' }), ...(route.bytes !== undefined && { 'Content-Type': 'application/octet-stream' }) },
      ...(body && { body: JSON.stringify(body) }), ...(route.bytes !== undefined && { body: SAMPLE_FILES.png }),
    });
    const text = await response.text();
    return { answer: judge(response.status, text, ROUTE_MATRIX[name]?.sees !== undefined), text };
  }

  async function enrolAnew(agentId: string): Promise<void> {
    if (await desk.storage.factors.removeAll(agentId) > 0) await enrolForTests(desk.storage.factors, agentId);
  }

  function identify(caller: Caller): Record<string, string> {
    if (caller === 'contact' || caller === 'stranger') return { authorization: `Bearer ${(caller === 'contact' ? contact : stranger).token}` };
    const cookie = cookies.get(caller);
    return cookie === undefined ? {} : { cookie };
  }

  function judge(status: number, text: string, isAbout: boolean): Answer {
    const { code } = status < 400 ? HEARD : (JSON.parse(text) as { error: { code: string } }).error;
    if (code === 'unauthenticated') return 'sign in first';
    if (code === 'forbidden') return 'not this role';
    if (isAbout && code === 'not-found') return 'not there';
    // What is valid and lets nobody in by mistake is never broken: the input was understood, and refused for its own reasons at most.
    return code === 'internal' || code === 'not-json' ? `broken: ${text}` : 'let in';
  }

  function expected(name: RouteName, row: Row, caller: Caller, whose: Case): Answer {
    const { access } = ROUTES[name];
    const isAgent = (AGENTS as readonly string[]).includes(caller);
    if (!row.may.includes(caller)) return isAgent && access !== 'contact' ? 'not this role' : 'sign in first';
    return !row.sees || row.sees[whose].includes(caller) ? 'let in' : 'not there';
  }

  it('is written down for every route, and for nothing else', () => {
    expect(Object.keys(ROUTE_MATRIX).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  describe.each(Object.entries(ROUTE_MATRIX) as [RouteName, Row][])('%s', (name, row) => {
    it.each(row.sees ? CASES : ['queue' as const])(row.sees ? 'where the conversation is: %s' : 'whoever calls', async (whose) => {
      const answers: Partial<Record<Caller, Answer>> = {};
      for (const caller of CALLERS) {
        const ids = await (name === 'readFile' ? beginWithFile : begin)(whose, caller);
        const { answer, text } = await call(name, caller, ids);
        answers[caller] = answer;
        // The input is valid: whoever is let in is not told that it is not.
        if (answer === 'let in' && text.includes('"invalid-input"')) answers[caller] = `broken: ${text}`;
        // New recovery codes are nobody's whom tests can sign in again.
        if (name === 'renewRecoveryCodes' && answer === 'let in') await enrolAnew(credentials.get(caller)?.id ?? '');
        if (name === 'signOut' && credentials.has(caller)) cookies.set(caller, await signIn(desk.url, credentials.get(caller) ?? { email: '', password: '' }));
      }
      expect(answers).toEqual(Object.fromEntries(CALLERS.map((caller) => [caller, expected(name, row, caller, whose)])));
    });
  });

  describe('commands', () => {
    const types = deskCommandSchema.options.map(({ shape }) => shape.type.value);

    function make(type: DeskCommand['type']): object {
      const option = deskCommandSchema.options.find(({ shape }) => shape.type.value === type);
      const given: Partial<Record<DeskCommand['type'], object>> = { assign: { agentId: colleague }, transfer: { team: 'security' }, snooze: { until: Date.now() + 3_600_000 }, 'open-thread': { to: { kind: 'supervisors' } }, review: { scores: Object.fromEntries(STANDARD_SETTINGS.rubric.map(({ id }) => [id, 3])) } };
      return option ? minimalInput(option, { clientMessageId: uuidv7(), ...given[type], type }) : {};
    }

    it.each(types)('%s has the outcome of the table for every role and owner', async (type) => {
      const outcomes: Record<string, Partial<Record<string, string>>> = {};
      for (const whose of CASES) {
        for (const role of COMMANDERS) {
          const { conversationId } = await begin(whose, role);
          const response = await fetch(`${desk.url}/api/desk/conversations/${conversationId}/commands`, {
            method: 'POST', headers: { ...identify(role), 'Content-Type': 'application/json' }, body: JSON.stringify(make(type)),
          });
          const { error } = await response.json() as { error?: { code: Outcome; message: string } };
          outcomes[whose] = { ...outcomes[whose], [role]: error?.code ?? 'done' };
        }
      }
      expect(outcomes).toEqual(COMMAND_MATRIX[type]);
    });
  });

  describe('frames of the desk', () => {
    const desks = new Map<string, DeskClient>();
    beforeAll(async () => { for (const role of COMMANDERS) desks.set(role, await connectDesk(desk.url, credentials.get(role) ?? { email: '', password: '' })); });
    afterAll(() => { for (const client of desks.values()) client.close(); });

    it('are written down, all of them', () => {
      expect(Object.keys(DESK_FRAME_MATRIX).sort()).toEqual(deskClientFrameSchema.options.map(({ shape }) => shape.type.value).sort());
    });

    /** Everything that was sent before has been worked on: frames of a connection are worked on in order. */
    async function workedOn(client: DeskClient): Promise<void> {
      const pongs = client.frames.filter(({ type }) => type === 'pong').length;
      client.sendFrame({ type: 'ping' });
      await client.waitForFrame(() => client.frames.filter(({ type }) => type === 'pong').length > pongs);
    }

    async function comesOf(type: string, role: string, conversationId: string): Promise<boolean> {
      const client = desks.get(role);
      if (!client) throw new Error(`${role} has no desk`);
      const seen = { frames: client.frames.length, signals: signals.length };
      if (type === 'view') client.sendFrame({ type: 'follow', conversationId, after: 0 });
      client.sendFrame({ ...FRAMES[type], type, conversationId });
      await workedOn(client);
      const answers = client.frames.slice(seen.frames);
      const told = signals.slice(seen.signals);
      switch (type) {
        case 'follow': return answers.some((frame) => frame.type === 'read' && frame.conversationId === conversationId);
        case 'command': return answers.some((frame) => frame.type === 'ack' && frame.conversationId === conversationId);
        case 'view': return told.some((signal) => signal.type === 'viewing' && signal.conversationId === conversationId);
        case 'typing': return told.some((signal) => signal.type === 'typing' && signal.conversationId === conversationId);
        default: return (await desk.storage.readMarks.get(conversationId)).agents > 0;
      }
    }

    const FRAMES: Readonly<Record<string, object>> = {
      follow: { after: 0 }, read: { seq: 2 },
      command: { id: 'c-1', command: { type: 'note', clientMessageId: 'permissions-3', text: 'looked at it' } },
    };

    it.each(Object.entries(DESK_FRAME_MATRIX).filter(([, of]) => of !== 'oneself'))('%s reaches as far as the table says: %s', async (type, of) => {
      for (const whose of CASES) {
        for (const role of COMMANDERS) {
          const { conversationId } = await begin(whose, role);
          const may = of === 'owner' ? whose === 'own' : whose !== 'other' || role !== 'agent';
          expect({ whose, role, comes: await comesOf(type, role, conversationId) }).toEqual({ whose, role, comes: may });
        }
      }
    });

    it('are closed to editors, to contacts and to nobody in particular', async () => {
      await expect(connectDesk(desk.url, credentials.get('editor') ?? { email: '', password: '' })).rejects.toThrow('4003');
    });
  });

  describe('frames of contacts', () => {
    const about = contactClientFrameSchema.options.filter(({ shape }) => CONTACT_FRAME_MATRIX[shape.type.value] !== 'oneself');

    it('are written down, all of them', () => {
      expect(Object.keys(CONTACT_FRAME_MATRIX).sort()).toEqual(contactClientFrameSchema.options.map(({ shape }) => shape.type.value).sort());
    });

    it.each(about.map((option) => [option.shape.type.value, option] as const))('%s of another contact changes nothing', async (type, option) => {
      const { conversationId } = await begin('queue', 'nobody');
      const before = await desk.storage.conversations.get(conversationId);
      const seen = signals.length;
      const pongs = stranger.frames.filter((frame) => frame.type === 'pong').length;
      stranger.sendFrame(minimalInput(option, { id: uuidv7(), conversationId, seq: 2, type }));
      stranger.sendFrame({ type: 'ping' });
      await stranger.waitForFrame('pong', () => stranger.frames.filter((frame) => frame.type === 'pong').length > pongs);
      expect(await desk.storage.conversations.get(conversationId)).toEqual(before);
      expect(await desk.storage.readMarks.get(conversationId)).toMatchObject({ contact: 0 });
      expect(signals.slice(seen).filter((signal) => 'conversationId' in signal && signal.conversationId === conversationId)).toEqual([]);
    });
  });
});
