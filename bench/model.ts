import { detectLocale } from '../src/assistant/detect-locale.ts';
import { selectPassages } from '../src/assistant/answering/sources/select-passages.ts';
import { collectSources } from '../src/assistant/answering/sources/sources.ts';
import { createVerifier } from '../src/assistant/answering/verify/create-verifier.ts';
import type { Locale } from '../src/domain/locales.ts';
import { openKnowledge } from '../src/open-knowledge.ts';
import { connectContact } from '../test/clients/contact-client.ts';
import { quoteFirstPassage, startModelServer, type ModelServer } from '../test/fakes/model-server.ts';
import { silentLogger } from '../test/fakes/silent-logger.ts';
import { startServerProcess } from '../test/integration/server-process.ts';
import { root } from '../test/test-cache.ts';
import { percentile } from './percentiles.ts';

const QUESTION = 'what are the trading fees';
/** Between two tokens; far longer than one is on its way, so that each frame can be told its token. */
const PAUSE_MS = 40;
const IDLE_MS = 400;
const ANSWERS = 60;
const DEAD = 48;

export interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

export interface ModelFigures {
  /** From the server's first token to the contact's first frame, and from any token to the frame that it caused. */
  readonly first: Spread;
  readonly any: Spread;
  /** Beyond the time-out that applies, the server saying nothing. */
  readonly dead: Spread;
  /** A whole turn while the model is left alone. */
  readonly open: Spread;
}

/** What Vigil adds to a model's time, in ms, on a server process of its own with a model server here. */
export async function measureModel(folder: string): Promise<ModelFigures> {
  const model = await startModelServer();
  const app = await startServerProcess({
    DATA_DIR: folder, LOG_LEVEL: 'silent', OPENAI_BASE_URL: model.url, OPENAI_MODEL: 'fake', LLM_IDLE_TIMEOUT_MS: String(IDLE_MS),
    LLM_MAX_CONCURRENT: String(DEAD), LLM_TOKENS_PER_DAY: '1000000000',
  });
  try {
    model.answerWith(quoteFirstPassage);
    for (let i = 0; i < 20; i++) await turn(app.url); // the compiler has seen the hot paths
    const { first, any } = await measurePieces(app.url, model);
    model.reset();
    model.fail('hang', { times: Infinity });
    const dead = await Promise.all(Array.from({ length: DEAD }, () => turn(app.url)));
    const open: number[] = [];
    for (let i = 0; i < 200; i++) open.push(await turn(app.url));
    return { first: spread(first), any: spread(any), dead: spread(dead.map((ms) => ms - IDLE_MS)), open: spread(open) };
  } finally {
    await model.close();
    await app.kill('SIGTERM');
  }
}

/** One question and its answer; resolves with the milliseconds in between. */
async function turn(url: string): Promise<number> {
  const contact = await connectContact(url);
  const begun = performance.now();
  await contact.send(QUESTION);
  await contact.waitForEvent('message.sent');
  const ms = performance.now() - begun;
  contact.close();
  return ms;
}

async function measurePieces(url: string, model: ModelServer): Promise<{ first: number[]; any: number[] }> {
  const [first, any]: [number[], number[]] = [[], []];
  model.reset();
  model.answerWith(quoteFirstPassage, { pauseMs: PAUSE_MS });
  for (let i = 0; i < ANSWERS; i++) {
    const seenAt = await watchAnswer(url);
    const sentAt = model.requests.at(-1)?.sentAt ?? [];
    const late = seenAt.map((seen) => seen - Math.max(...sentAt.filter((sent) => sent <= seen)));
    if (seenAt[0] === undefined || sentAt[0] === undefined) throw new Error('the contact saw no piece of the answer');
    first.push(seenAt[0] - sentAt[0]);
    any.push(...late);
  }
  return { first, any };
}

/** When each piece of an answer came. */
async function watchAnswer(url: string): Promise<number[]> {
  const contact = await connectContact(url);
  const seen = new Map<object, number>();
  // Looks at each frame as it comes; it never finds what it waits for, and rejects once the socket is closed.
  contact.waitForFrame('partial', (frame) => {
    if (!seen.has(frame)) seen.set(frame, performance.now());
    return false;
  }).catch(() => undefined);
  await contact.send(QUESTION);
  await contact.waitForEvent('message.sent');
  contact.close();
  return [...seen.values()];
}

/** Milliseconds that the verifier takes for a token, over articles of four languages that are quoted in tokens of four characters. */
export async function measureVerification(cacheFolder: string): Promise<Spread> {
  const { base, search } = await openKnowledge({ folder: `${root}/knowledge-base`, cacheFolder, logger: silentLogger });
  const ids = [...base.articles.keys()].filter((_id, i) => i % 4 === 0);
  const verify = (id: string, locale: Locale, samples: number[]): void => {
    const passages = selectPassages(base, [{ articleId: id, score: 1 }], locale);
    const detectLanguage = (text: string): Locale | null => detectLocale(text, { prior: locale, isFirst: true, votes: search.voteLocales(text) }).locale;
    const verifier = createVerifier({ locale, sources: collectSources(base, passages, QUESTION, locale), instructions: 'You are the support assistant.', marker: 'a'.repeat(24), detectLanguage });
    for (const piece of passages[0]?.text.match(/[^]{1,4}/gu) ?? []) {
      const begun = performance.now();
      verifier.push(piece);
      samples.push(performance.now() - begun);
    }
  };
  let samples: number[] = [];
  for (let round = 0; round < 2; round++) {
    samples = []; // the first round warms up
    for (const locale of ['en', 'zh-CN', 'ar', 'de'] as const) for (const id of ids) verify(id, locale, samples);
  }
  return spread(samples);
}

function spread(samples: readonly number[]): Spread {
  return { p50: percentile(samples, 0.5), p99: percentile(samples, 0.99), most: Math.max(...samples) };
}
