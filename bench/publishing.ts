import { cp } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { connectContact } from '../test/clients/contact-client.ts';
import { setUp } from '../test/clients/sign-in.ts';
import { startServerProcess } from '../test/integration/server-process.ts';
import { TEST_CACHE } from '../test/test-cache.ts';
import { measureLatency, type Rate } from './turns.ts';

const PATH = 'articles/withdrawal-limits/en.md';
const PASSWORD = 'correct horse battery';
/** A question that nobody asked before, and what the article answers once it knows it. */
const NEW_QUESTION = 'is there a ceiling for a zebra coloured payout';

/** All contacts come from one address. */
const UNLIMITED = { LIMIT_CONTACT_MESSAGES: '1000000', LIMIT_ADDRESS_MESSAGES: '1000000', LIMIT_ADDRESS_CONVERSATIONS: '1000000', LIMIT_INCIDENTS: '1000000' };

export interface PublishingRates {
  /** Ms from the request that publishes to the first answer with the new text. */
  readonly textUsed: number;
  /** Ms to the first answer to a question that is new with the publication, as it is written there. */
  readonly questionUsed: number;
  readonly before: Rate;
  readonly meanwhile: Rate;
}

/** Publishes a changed answer with a new phrasing while contacts ask at a fixed rate. */
export async function measurePublishing(folder: string, { perSecond, seconds }: { perSecond: number; seconds: number }): Promise<PublishingRates> {
  // What it learns is its own: tests and the other measures read the cache as it is shipped.
  await cp(TEST_CACHE, `${folder}/cache`, { recursive: true });
  const environment = { ...UNLIMITED, DATA_DIR: folder, CACHE_DIR: `${folder}/cache` };
  await (await startServerProcess(environment)).kill('SIGTERM');
  const server = await startServerProcess(environment);
  try {
    const editor = await signIn(server.url, server.output());
    await measureLatency(server.url, perSecond, 5); // the compiler has seen the hot paths
    const before = await measureLatency(server.url, perSecond, seconds);
    const [meanwhile, used] = await Promise.all([measureLatency(server.url, perSecond, seconds), wait(1_000).then(() => publish(server.url, editor))]);
    return { before, meanwhile, ...used };
  } finally {
    await server.kill('SIGTERM');
  }
}

type Call = <T>(method: string, path: string, body?: unknown) => Promise<T>;

async function signIn(url: string, output: string): Promise<Call> {
  const invitation = /set-up#(\S+)/.exec(output)?.[1];
  const cookie = await setUp(url, { invitation: invitation ?? '', email: 'root@x.example', name: 'Root', password: PASSWORD });
  return async <T>(method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${url}/api/editor${path}`, { method, headers: { cookie, 'Content-Type': 'application/json' }, ...(body !== undefined && { body: JSON.stringify(body) }) });
    return await answer.json() as T;
  };
}

async function publish(url: string, call: Call): Promise<Pick<PublishingRates, 'textUsed' | 'questionUsed'>> {
  const { published } = await call<{ published: { text: string; number: number } }>('GET', `/document?path=${PATH}`);
  const text = published.text.replace('phrasings:\n', `phrasings:\n  - "${NEW_QUESTION}"\n`).replace('({{exchange.limitsUrl}}) shows', '({{exchange.limitsUrl}}) has a zebra and shows');
  const saved = await call<{ draft: { version: number } }>('PUT', '/draft', { path: PATH, text, version: 0, base: published.number });
  const begun = performance.now();
  const done = await call<{ state: string }>('POST', '/publish', { documents: [{ path: PATH, version: saved.draft.version }] });
  if (done.state !== 'published') throw new Error(`not published: ${JSON.stringify(done)}`);
  const [textUsed, questionUsed] = await Promise.all([askUntilUsed(url, 'what is my withdrawal limit?', begun), askUntilUsed(url, NEW_QUESTION, begun)]);
  return { textUsed, questionUsed };
}

/** Asks in new conversations until the answer is the new one. */
async function askUntilUsed(url: string, question: string, begun: number): Promise<number> {
  for (;;) {
    const contact = await connectContact(url);
    await contact.send(question);
    const { data } = await contact.waitForEvent('message.sent');
    contact.close();
    if (data.text?.includes('has a zebra')) return performance.now() - begun;
    if (performance.now() - begun > 60_000) throw new Error('the publication was never used');
    await wait(20);
  }
}
