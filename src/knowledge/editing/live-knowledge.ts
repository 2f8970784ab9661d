import { readDocumentPath } from '../../domain/documents/document-path.ts';
import type { Doorbell, DocumentStore, Logger, Revision } from '../../ports.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Knowledge } from '../knowledge.ts';
import { KnowledgeError } from '../problem.ts';
import type { Search } from '../search/create-search.ts';
import { rankInBetween } from '../search/rank-in-between.ts';
import { changeKnowledgeBase } from './change-knowledge-base.ts';
import type { ProposedDocument } from './golden-judgement.ts';

/** A signal may be lost with its connection; so late something is noticed at the latest. */
const LOOK_EVERY_MS = 15_000;

/** Where the knowledge of a process comes from, before anything was published. */
export interface KnowledgeSource {
  /** Of the folder. */
  readonly base: KnowledgeBase;
  /** The folder's files by path; those that are documents become the first publication. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where `base` was learned already. */
  readonly search?: Search | undefined;
  /** Builds the search of a knowledge base, taking over from the one before what has not changed. */
  learn(base: KnowledgeBase, previous: Search | undefined): Promise<Search>;
}

/** What is published, by path, as of one publication; what was taken away is there without a text. */
export interface Published {
  readonly version: number;
  readonly documents: ReadonlyMap<string, Revision>;
}

export interface LiveKnowledge {
  /** What answers are given with now; the same object until something was published or learned. */
  current(): Knowledge;
  published(): Published;
  /** Resolves once answers are given with everything that is published now; what is new in it may still be learned. */
  refresh(): Promise<void>;
  /** Resolves when everything that is used was learned. */
  learned(): Promise<void>;
  stop(): void;
}

interface Parts {
  readonly documents: Pick<DocumentStore, 'version' | 'readPublished' | 'publish'>;
  readonly source: KnowledgeSource;
  readonly doorbell: Pick<Doorbell, 'onSignal' | 'onGap'>;
  readonly logger: Logger;
}

/**
 * The published knowledge as this process uses it. New texts are used at once, and questions that come
 * with them are recognised by their words until they are learned. Rejects with KnowledgeError where what is stored cannot be used.
 */
export async function openLiveKnowledge(parts: Parts): Promise<LiveKnowledge> {
  const { documents, source, doorbell, logger } = parts;
  await seedDocuments(documents, source.texts);
  const published = await documents.readPublished(0);
  const base = applyDifferences(source, published);
  const search = base === source.base && source.search ? source.search : await source.learn(base, source.search);
  const follower = createFollower(parts, published, { base, search });
  const look = (): void => { follower.refresh().then(follower.learn, (error: unknown) => { logger.error('what was published could not be read', { error: String(error) }); }); };
  const timer = setInterval(look, LOOK_EVERY_MS);
  const stops = [doorbell.onSignal(({ type }) => { if (type === 'knowledge') look(); }), doorbell.onGap(look)];
  return {
    current: follower.current,
    published: follower.published,
    refresh: follower.refresh,
    learned: follower.learned,
    stop() {
      clearInterval(timer);
      for (const stop of stops) stop();
    },
  };
}

/** Reads what is new and learns it, each one after the other. */
function createFollower({ documents, source, logger }: Parts, begun: Published, { base: firstBase, search: firstSearch }: Knowledge) {
  let published = begun;
  let base = firstBase;
  let learnedBase = firstBase;
  let search = firstSearch;
  let current: Knowledge = { base, search };
  let learning: Promise<void> | undefined;
  let reading: Promise<void> | undefined;
  let readAgain = false;
  let unusable = 0;

  async function read(): Promise<void> {
    const version = await documents.version();
    if (version <= published.version || version === unusable) return;
    const news = await documents.readPublished(published.version);
    const changed = changeKnowledgeBase(base, Array.from(news.documents.values(), ({ path, text }) => ({ path, text })));
    if (!changed.ok) {
      unusable = version;
      logger.error('what was published cannot be used', { version, problems: changed.problems.length, first: changed.problems[0]?.problem });
      return;
    }
    published = { version: news.version, documents: new Map([...published.documents, ...news.documents]) };
    base = changed.base;
    current = { base, search: rankInBetween(search, learnedBase, base) };
    logger.info('published knowledge is used', { version: published.version, documents: news.documents.size });
    learn();
  }

  async function readAll(): Promise<void> {
    do {
      readAgain = false;
      await read();
    } while (readAgain);
  }

  async function learnAll(): Promise<void> {
    while (learnedBase !== base) {
      const wanted = base;
      search = await source.learn(wanted, search);
      learnedBase = wanted;
      // What was published meanwhile is used already, and learned next.
      current = { base, search: wanted === base ? search : rankInBetween(search, learnedBase, base) };
    }
  }

  /** Nothing to do where everything was learned; again where it failed. */
  function learn(): void {
    if (learnedBase === base) return;
    learning ??= learnAll()
      .catch((error: unknown) => { logger.error('what was published could not be learned', { error: String(error) }); })
      .finally(() => { learning = undefined; });
  }

  return {
    learn,
    current: () => current,
    published: () => published,
    /** Whoever asks while it reads is served by one more reading after it. */
    refresh(): Promise<void> {
      readAgain = true;
      reading ??= readAll().finally(() => { reading = undefined; });
      return reading;
    },
    learned: async (): Promise<void> => { while (learning) await learning; },
  };
}

/** Where nothing was ever published, the folder is: once, however many processes start. */
export async function seedDocuments(documents: Pick<DocumentStore, 'version' | 'publish'>, texts: ReadonlyMap<string, string>): Promise<void> {
  if (await documents.version() > 0) return;
  const changes = [...texts].filter(([path]) => readDocumentPath(path)).map(([path, text]) => ({ path, text, from: 0, draftVersion: null }));
  if (changes.length > 0) await documents.publish({ kind: 'seed', editor: { id: null, name: 'Vigil' }, note: '', changes });
}

/** The folder's knowledge base with what is published in the place of its documents; the very same where nothing differs. Throws KnowledgeError. */
export function applyDifferences({ base, texts }: Pick<KnowledgeSource, 'base' | 'texts'>, published: Published): KnowledgeBase {
  const differences = differencesFrom(texts, published);
  if (differences.length === 0) return base;
  const changed = changeKnowledgeBase(base, differences);
  if (!changed.ok) throw new KnowledgeError(changed.problems);
  return changed.base;
}

function differencesFrom(texts: ReadonlyMap<string, string>, { version, documents }: Published): ProposedDocument[] {
  if (version === 0) return [];
  const changed = [...documents.values()].filter(({ path, text }) => text !== (texts.get(path) ?? null));
  const gone = [...texts.keys()].filter((path) => readDocumentPath(path) && !documents.has(path));
  return [...changed.map(({ path, text }) => ({ path, text })), ...gone.map((path) => ({ path, text: null }))];
}
