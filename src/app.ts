import { randomBytes } from 'node:crypto';
import { createMetrics } from './adapters/system/metrics.ts';
import { silentTracer } from './adapters/system/tracer.ts';
import type { Assistant } from './assistant/create-assistant.ts';
import { warmHouseWords } from './assistant/answering/sources/house-words.ts';
import { createTranslate } from './assistant/phrases.ts';
import { DEFAULT_LOCALE } from './domain/locales.ts';
import { createViewForContact } from './conversation/contact-view.ts';
import { startLeadership } from './conversation/leadership.ts';
import { openLiveKnowledge } from './knowledge/editing/live-knowledge.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { redactSecrets } from './secrets/redact-secrets.ts';
import { createReadOrigin } from './server/admission/client-address.ts';
import { createContactTokens } from './server/authentication/contact-token.ts';
import { createContactActions } from './server/contact-actions.ts';
import { createContactGateway } from './server/gateway/contact-gateway.ts';
import { createContactSessions } from './server/gateway/contact-sessions.ts';
import { createDeskGateway } from './server/gateway/desk-gateway.ts';
import { createWebServer } from './server/server.ts';
import { createIsOwnOrigin } from './server/http/own-origin.ts';
import { openAdmission } from './app/admission.ts';
import { openCore } from './app/core.ts';
import { openDesk } from './app/desk.ts';
import { openEditing } from './app/editing.ts';
import { openGaps } from './app/gaps.ts';
import type { AppParts, Shared } from './app/parts.ts';
import { mountRoutes } from './app/routes.ts';
import { openSignIn } from './app/sign-in.ts';
import { openTrying } from './app/trying.ts';

export type { AppParts } from './app/parts.ts';

export interface App {
  /** Makes the invitation for the first administrator while there is no agent; undefined once there is one. */
  invite(): Promise<string | undefined>;
  readonly assistant: Assistant;
  /** Listens, and gives what a crash left unanswered its turn; resolves with the port. */
  start(): Promise<number>;
  /** Publishes now what is scheduled for now. */
  runSchedule(): Promise<void>;
  /** Ends in order: no new work, turns in flight finish, sockets close, storage last. */
  dispose(): Promise<void>;
}

/** The composition root: puts everything together once. What belongs together is put together in `app/`. */
export async function createApp(parts: AppParts): Promise<App> {
  const { config, storage, logger } = parts;
  const { conversations, readMarks } = storage;
  const doorbell = parts.overrides?.doorbell ?? parts.doorbell;
  const live = await openLiveKnowledge({ documents: storage.documents, source: parts.knowledge, doorbell, logger });
  const leadership = await startLeadership({ leases: storage.leases, logger });
  const tokens = createContactTokens(Buffer.from(await storage.settings.getOrSet('contact-token-key', randomBytes(32).toString('base64')), 'base64'));

  const metrics = createMetrics({
    conversations, isLeader: leadership.isLeader, countSockets: () => ({ contact: contactSessions.count(), desk: desks.count() }), load: () => load.read(),
    modelStatus: () => desk.tools?.status(), countTranslations: () => countTranslations(live.current()),
  }, parts.tracer ?? silentTracer);
  const shared: Shared = { knowledge: live.current, doorbell, metrics, translate: createTranslate(parts.phrases), isLeader: leadership.isLeader };
  const core = openCore(parts, shared);
  const desk = openDesk(parts, shared, core);
  const trying = openTrying(parts, core, live.current);
  const editing = openEditing(parts, shared, { live, judge: trying.golden.judge });
  const gaps = openGaps(parts, shared);

  const { admission, load } = openAdmission(parts, shared, core);
  const readOrigin = createReadOrigin(config.trustProxy, () => { logger.warn('requests come through a proxy that TRUST_PROXY does not name: limits by address are off'); });
  const signing = await openSignIn(parts, shared, readOrigin);
  const actions = createContactActions({ ...core, conversations, readMarks, files: desk.files, doorbell, redact: redactSecrets });
  const viewForContact = createViewForContact({ estimateWait: core.estimateWait, readMarks });
  const contactSessions = createContactSessions({ follower: core.follower, places: desk.places, doorbell });
  const contacts = createContactGateway({ admission, conversations, viewForContact, tokens, sessions: contactSessions, doorbell, actions, logger });
  const desks = createDeskGateway({ ...desk, conversations, readMarks, sessions: signing.sessions, follower: core.follower, doorbell, logger });

  let ending = false;
  const isOwnOrigin = createIsOwnOrigin(config.publicUrl);
  const served = { core, desk, trying, editing, gaps, published: live.published, admission, readOrigin, tokens, signing, actions, viewForContact, isOwnOrigin, isEnding: () => ending };
  const web = createWebServer({ mount: (app) => { mountRoutes(app, parts, shared, served); }, contacts, desks, ...signing, isOwnOrigin, readOrigin, admission, logger });
  return {
    invite: signing.signIn.invite,
    assistant: core.assistant,
    async start() {
      const port = await web.listen(config.host, config.port);
      // What is read and compiled with the first message is read now: no contact waits for it.
      void core.assistant.consider({ text: redactSecrets('how long does a deposit take?').text, secrets: [] }, DEFAULT_LOCALE).catch((error: unknown) => { logger.warn('the assistant could not be warmed up', { error: String(error) }); });
      await core.sweeper.sweepAll();
      if (leadership.isLeader()) desk.settings.catchUp();
      if (parts.languageModel) void warmHouseWords(live.current().base);
      return port;
    },
    runSchedule: editing.schedule.run,
    async dispose() {
      ending = true;
      for (const loop of [core.sweeper, editing.schedule, gaps.loop, ...desk.loops]) loop.stop();
      await web.close();
      await core.turns.drained();
      await desk.settings.settled();
      await gaps.loop.settled();
      for (const part of [live, load, contactSessions, desks, desk.places, desk.feed, core.follower, desk.settings]) part.stop();
      await leadership.stop();
      await doorbell.close();
      await storage.close();
      await parts.tracer?.close();
    },
  };
}

function countTranslations({ base }: Knowledge): number {
  return [...base.articles.values()].reduce((sum, { translations }) => sum + Object.keys(translations).length, 0);
}
