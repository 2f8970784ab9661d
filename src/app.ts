import { randomBytes } from 'node:crypto';
import { createMetrics } from './adapters/system/metrics.ts';
import type { Assistant } from './assistant/create-assistant.ts';
import { warmHouseWords } from './assistant/answering/sources/house-words.ts';
import { createTranslate } from './assistant/phrases.ts';
import { createViewForContact } from './conversation/contact-view.ts';
import { startLeadership } from './conversation/leadership.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { redactSecrets } from './secrets/redact-secrets.ts';
import { createAgentSessions, type AgentSessions } from './server/authentication/agent-sessions.ts';
import { createContactTokens } from './server/authentication/contact-token.ts';
import { createContactActions } from './server/contact-actions.ts';
import { createContactGateway } from './server/gateway/contact-gateway.ts';
import { createContactSessions } from './server/gateway/contact-sessions.ts';
import { createDeskGateway } from './server/gateway/desk-gateway.ts';
import { createWebServer } from './server/server.ts';
import { createIsOwnOrigin } from './server/http/own-origin.ts';
import { openCore } from './app/core.ts';
import { openDesk } from './app/desk.ts';
import type { AppParts, Shared } from './app/parts.ts';
import { mountRoutes } from './app/routes.ts';

export type { AppParts } from './app/parts.ts';

export interface App {
  readonly sessions: AgentSessions;
  readonly assistant: Assistant;
  /** Listens, and gives what a crash left unanswered its turn; resolves with the port. */
  start(): Promise<number>;
  /** Ends in order: no new work, turns in flight finish, sockets close, storage last. */
  dispose(): Promise<void>;
}

/** The composition root: puts everything together once. What belongs together is put together in `app/`. */
export async function createApp(parts: AppParts): Promise<App> {
  const { config, storage, logger } = parts;
  const { conversations, readMarks } = storage;
  const doorbell = parts.overrides?.doorbell ?? parts.doorbell;
  const leadership = await startLeadership({ leases: storage.leases, logger });
  const tokens = createContactTokens(Buffer.from(await storage.settings.getOrSet('contact-token-key', randomBytes(32).toString('base64')), 'base64'));
  const sessions = createAgentSessions({ agents: storage.agents, clock: parts.clock });

  const metrics = createMetrics({
    conversations, isLeader: leadership.isLeader, countSockets: () => ({ contact: contactSessions.count(), desk: desks.count() }),
    modelStatus: () => desk.tools?.status(), countTranslations: () => countTranslations(parts.knowledge),
  });
  const shared: Shared = { doorbell, metrics, translate: createTranslate(parts.phrases), isLeader: leadership.isLeader };
  const core = openCore(parts, shared);
  const desk = openDesk(parts, shared, core);

  const actions = createContactActions({ ...core, conversations, readMarks, files: desk.files, doorbell, redact: redactSecrets });
  const viewForContact = createViewForContact({ estimateWait: core.estimateWait, readMarks });
  const contactSessions = createContactSessions({ follower: core.follower, places: desk.places, doorbell });
  const contacts = createContactGateway({ conversations, viewForContact, tokens, sessions: contactSessions, doorbell, actions, logger });
  const desks = createDeskGateway({ ...desk, conversations, readMarks, sessions, follower: core.follower, doorbell, logger });

  let ending = false;
  const isOwnOrigin = createIsOwnOrigin(config.publicUrl);
  const served = { core, desk, tokens, sessions, actions, viewForContact, isOwnOrigin, closeSession: desks.closeSession, isEnding: () => ending };
  const web = createWebServer({ mount: (app) => { mountRoutes(app, parts, shared, served); }, contacts, desks, sessions, isOwnOrigin, logger });
  return {
    sessions,
    assistant: core.assistant,
    async start() {
      const port = await web.listen(config.host, config.port);
      await core.sweeper.sweepAll();
      if (leadership.isLeader()) desk.settings.catchUp();
      if (parts.languageModel) void warmHouseWords(parts.knowledge.base);
      return port;
    },
    async dispose() {
      ending = true;
      for (const loop of [core.sweeper, ...desk.loops]) loop.stop();
      await web.close();
      await core.turns.drained();
      await desk.settings.settled();
      for (const part of [contactSessions, desks, desk.places, desk.feed, core.follower, desk.settings]) part.stop();
      await leadership.stop();
      await doorbell.close();
      await storage.close();
    },
  };
}

function countTranslations({ base }: Knowledge): number {
  return [...base.articles.values()].reduce((sum, { translations }) => sum + Object.keys(translations).length, 0);
}
