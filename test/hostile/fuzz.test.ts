import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseFile } from '../../src/adapters/storage/sqlite.ts';
import { connectContact } from '../clients/contact-client.ts';
import { signIn } from '../clients/sign-in.ts';
import { createRecordingLogger } from '../fakes/recording-logger.ts';
import { createScriptedAgentTools } from '../fakes/scripted-agent-tools.ts';
import { openSmallAssistant, type SmallAssistant } from '../fixtures/small-assistant.ts';
import { SAMPLE_FILES } from '../fixtures/sample-files.ts';
import type { Caller } from '../integration/permission-matrix.ts';
import { startDesk, type RunningDesk } from '../integration/start-desk.ts';
import { createAttacker, type Attacker, type Outcome } from './attacker.ts';
import { planAttacks, STAND_INS, type Attack } from './plan-attacks.ts';

/** `npm run fuzz` takes others; the same two numbers give the same attacks in the same order. */
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_120);
const COUNT = Number(process.env['FUZZ_INPUTS'] ?? 10_000);

/** Everything in the database that only an input of somebody makes; what the assistant, routing and time add is left out. */
const WRITTEN = `
  select (select count(*) from event where type in ('conversation.started', 'message.received', 'note.added', 'mention.seen', 'conversation.transferred', 'conversation.returned', 'conversation.resolved',
      'conversation.snoozed', 'thread.opened', 'thread.replied', 'thread.closed', 'follow-up.answered', 'contact.reachable', 'conversation.reviewed', 'conversation.rated', 'answer.rated')
      or (type = 'message.sent' and data like '%"kind":"agent"%') or (type = 'conversation.assigned' and data not like '%"byAgentId":null%')) as events,
    (select count(*) from conversation) as conversations, (select count(*) from attachment) as attachments, (select count(*) from agent) as agents, (select count(*) from macro) as macros,
    (select count(*) from document_draft) as drafts, (select count(*) from document_revision) as revisions, (select count(*) from publication) as publications, (select count(*) from golden_question) as golden,
    (select count(*) from image) as images, (select count(*) from factor) as factors,
    (select count(*) from audit where action not in ('agent.sign-in-failed', 'agent.locked-out', 'factor.failed')) as audit`;

describe('whatever comes in over the wire', () => {
  const logger = createRecordingLogger();
  let small: SmallAssistant;
  let desk: RunningDesk;
  let attacker: Attacker;
  let database: DatabaseSync;

  beforeAll(async () => {
    small = await openSmallAssistant();
    // What the assistant makes of it has tests of its own: here it says the same to everybody, at once.
    desk = await startDesk({
      agentTools: createScriptedAgentTools(),
      assistant: (assistant) => ({ ...assistant, respond: ({ conversation }) => Promise.resolve([{ type: 'message.sent', data: assistant.askWhetherSolved(conversation) }]) }),
    }, { knowledge: small.knowledge, logger, config: { publicUrl: 'http://localhost' } });
    attacker = await openAttacker(desk);
    database = new DatabaseSync(databaseFile(desk.folder), { readOnly: true });
  });
  afterAll(async () => {
    database.close();
    attacker.close();
    await desk.stop();
    await small.close();
  });

  it(`is answered without a fault, and leaves nothing behind where it is refused: ${COUNT} inputs of seed ${SEED}`, async () => {
    const readWritten = database.prepare(WRITTEN);
    // Counts up with every commit of another connection, which is told much faster than what was written.
    const readVersion = database.prepare('pragma data_version');
    const counts = { accepted: 0, refused: 0, 'cut-off': 0 };
    const faults: string[] = [];
    let [before, version] = [JSON.stringify(readWritten.get()), readVersion.get()?.['data_version']];
    for (const [index, attack] of planAttacks(SEED, COUNT).entries()) {
      const logged = logger.lines.length;
      const outcome = await attacker.run(attack).catch((error: unknown): Outcome => ({ how: 'cut-off', status: 599, text: String(error) }));
      counts[outcome.how] += 1;
      const after = readVersion.get()?.['data_version'] === version ? before : JSON.stringify(readWritten.get());
      const found = isExpected(attack, outcome) ? undefined : judge(outcome, before, after, logger.lines.slice(logged));
      if (found !== undefined) faults.push(`${index}: ${found}\n  ${describeAttack(attack)}\n  ${outcome.how} ${outcome.status} ${outcome.text.slice(0, 400)}`);
      [before, version] = [after, readVersion.get()?.['data_version']];
    }
    expect(faults).toEqual([]);
    // Inputs that are all turned away at the door prove nothing of what lies behind it.
    expect(counts.accepted).toBeGreaterThan(COUNT / 10);
    expect(counts.refused).toBeGreaterThan(COUNT / 10);
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200);
  }, 240_000);
});

/** What is wrong with an outcome. */
function judge({ how, status, text }: Outcome, before: string, after: string, logged: readonly string[]): string | undefined {
  const errors = logged.filter((line) => line.startsWith('error '));
  if (errors.length > 0) return `logged ${errors.join('; ').slice(0, 1_000)}`;
  if (status >= 500) return `answered ${status}`;
  if (/"code":"internal"|node_modules|\.ts:\d+/.test(text) && how === 'refused') return 'told what lies inside';
  return how !== 'accepted' && before !== after ? `was refused and wrote ${after} over ${before}` : undefined;
}

/** This desk has no language model, and says so; agents' tools have a scripted one. */
function isExpected(attack: Attack, { status, text }: Outcome): boolean {
  return attack.kind === 'request' && attack.route === 'proposeTranslation' && status === 503 && text.includes('no language model is configured');
}

function describeAttack(attack: Attack): string {
  const data = attack.kind === 'frame' ? attack.data : attack.body;
  const line = attack.kind === 'frame' ? `frame of /ws/${attack.socket}${attack.isBinary ? ', binary' : ''}` : `${attack.route} ${attack.path.slice(0, 300)} ${JSON.stringify(attack.headers)}`;
  return `${attack.caller} ${line}: ${data?.toString('utf8').slice(0, 600) ?? 'no body'}`;
}

async function openAttacker(desk: RunningDesk): Promise<Attacker> {
  const headers = new Map<Caller, Record<string, string>>([['nobody', {}]]);
  for (const role of ['agent', 'supervisor', 'editor', 'admin'] as const) headers.set(role, { cookie: await signIn(desk.url, await desk.createAgent(`${role}@x.example`, { role })) });
  const [contact, stranger] = [await connectContact(desk.url), await connectContact(desk.url)];
  headers.set('contact', { authorization: `Bearer ${contact.token}` });
  headers.set('stranger', { authorization: `Bearer ${stranger.token}` });
  const conversation = (await contact.send('my withdrawal is late')).conversationId;
  const otherConversation = (await stranger.send('hello')).conversationId;
  for (const client of [contact, stranger]) client.close();
  const uploaded = await fetch(`${desk.url}/api/contact/files`, { method: 'POST', headers: { authorization: `Bearer ${contact.token}`, 'x-file-name': 'a.png' }, body: SAMPLE_FILES.png });
  const standIns = { conversation, otherConversation, agent: (await desk.createAgent('victim@x.example', { teams: [] })).id, file: (await uploaded.json() as { id: string }).id };
  return createAttacker(desk.url, {
    identify: (caller) => headers.get(caller) ?? {},
    standIns: new Map(Object.entries(STAND_INS).map(([name, standIn]) => [standIn, standIns[name as keyof typeof standIns]])),
  });
}
