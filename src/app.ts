import { randomBytes } from 'node:crypto';
import type { Express } from 'express';
import { createAgentTools } from './assistant/agent-tools.ts';
import { createAssistant, type Assistant } from './assistant/create-assistant.ts';
import { warmHouseWords } from './assistant/answering/sources/house-words.ts';
import { createLanguageSkills, type LanguageModelParts } from './assistant/language-skills.ts';
import { createTranslate, type LocaleFiles, type Translate } from './assistant/phrases.ts';
import type { Config } from './config.ts';
import { createApplyCommand } from './conversation/apply-command.ts';
import { createHandOver } from './conversation/hand-over.ts';
import { createEventFollower } from './conversation/follow-events.ts';
import { createFiles } from './conversation/files.ts';
import { startRemovingLooseFiles } from './conversation/remove-loose-files.ts';
import { createViewForContact } from './conversation/contact-view.ts';
import { createEstimateTime, createEstimateWait, type EstimateWait } from './conversation/estimate-wait.ts';
import { startLeadership } from './conversation/leadership.ts';
import { createReceiveMessage } from './conversation/receive-message.ts';
import { startSweeper } from './conversation/sweep.ts';
import { createTakeTurn } from './conversation/take-turn.ts';
import { createTurnTaker } from './conversation/turn-taker.ts';
import { createArticles } from './desk/articles.ts';
import { createAssistAgent } from './desk/assist-agent.ts';
import { createClaimNext } from './desk/claim-next.ts';
import { createCountViews } from './desk/count-views.ts';
import { createDeskFeed } from './desk/desk-feed.ts';
import { createIsStaffed } from './desk/is-staffed.ts';
import { createMacros } from './desk/macros.ts';
import { createPeople } from './desk/manage-people.ts';
import { createPresence } from './desk/presence.ts';
import { createReports } from './desk/report.ts';
import { createReportReviews } from './desk/review-report.ts';
import { createDrawSample } from './desk/review.ts';
import { createQueuePlaces } from './desk/queue-places.ts';
import { startRouter } from './desk/route-conversations.ts';
import { createRunDeskCommand } from './desk/run-desk-command.ts';
import { startTimers } from './desk/run-timers.ts';
import { createSearchConversations } from './desk/search-conversations.ts';
import { createWallboard } from './desk/wallboard.ts';
import { createSettingsSaver } from './desk/save-settings.ts';
import type { AgentTools } from './domain/agent-tools.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Clock, Doorbell, Logger, Storage } from './ports.ts';
import { redactSecrets } from './secrets/redact-secrets.ts';
import { createAgentSessions, type AgentSessions } from './server/authentication/agent-sessions.ts';
import { createContactTokens } from './server/authentication/contact-token.ts';
import { hashPassword } from './server/authentication/password.ts';
import { createContactActions } from './server/contact-actions.ts';
import { mountContactRoutes } from './server/contact-routes.ts';
import { mountArticleRoutes } from './server/article-routes.ts';
import { mountDeskRoutes } from './server/desk-routes.ts';
import { mountListRoutes } from './server/list-routes.ts';
import { mountLookupRoutes } from './server/lookup-routes.ts';
import { mountFileRoutes } from './server/file-routes.ts';
import { createContactGateway } from './server/gateway/contact-gateway.ts';
import { createContactSessions } from './server/gateway/contact-sessions.ts';
import { createDeskGateway } from './server/gateway/desk-gateway.ts';
import { createMountRoute } from './server/http/mount-route.ts';
import { mountMacroRoutes } from './server/macro-routes.ts';
import { mountPages } from './server/pages/mount-pages.ts';
import { mountSearchRoutes } from './server/search-routes.ts';
import { mountPublicRoutes } from './server/public-routes.ts';
import { mountSettingsRoutes } from './server/settings-routes.ts';
import { createWebServer } from './server/server.ts';
import { mountSuperviseRoutes } from './server/supervise-routes.ts';
import { createWriteTranscript } from './server/transcript/write-transcript.ts';
import { createIsOwnOrigin } from './server/http/own-origin.ts';
import { setSecurityHeaders } from './server/http/security-headers.ts';

/** A turn that takes longer counts as failed, and a person takes over. */
const TURN_LIMIT_MS = 30_000;
const SWEEP_EVERY_MS = 5_000;
const SWEEP_GRACE_MS = 10_000;

export interface AppParts {
  readonly config: Config;
  readonly version: string;
  readonly storage: Storage;
  readonly doorbell: Doorbell;
  readonly knowledge: Knowledge;
  readonly phrases: LocaleFiles;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Phrases answers and helps agents; everything works without. */
  readonly languageModel?: LanguageModelParts | undefined;
  /** Absolute path of the built front-ends. */
  readonly webDir: string;
  /** What a test puts in the place of what is built here. */
  readonly overrides?: { readonly assistant?: (assistant: Assistant) => Assistant; readonly doorbell?: Doorbell; readonly agentTools?: AgentTools };
}

export interface App {
  readonly sessions: AgentSessions;
  readonly assistant: Assistant;
  /** Listens, and gives what a crash left unanswered its turn; resolves with the port. */
  start(): Promise<number>;
  /** Ends in order: no new work, turns in flight finish, sockets close, storage last. */
  dispose(): Promise<void>;
}

/** The composition root: the one place where everything is put together. */
export async function createApp(parts: AppParts): Promise<App> {
  const { config, storage, logger, clock } = parts;
  const { conversations } = storage;
  const doorbell = parts.overrides?.doorbell ?? parts.doorbell;
  const leadership = await startLeadership({ leases: storage.leases, logger });
  const { isLeader } = leadership;
  const translate = createTranslate(parts.phrases);
  const { deskSettings, readMarks } = storage;
  // What another process saved.
  doorbell.onSignal(({ type }) => { if (type === 'configuration') void deskSettings.refresh().catch((error: unknown) => { logger.error('the settings could not be read', { error: String(error) }); }); });
  const isStaffed = createIsStaffed({ agents: storage.agents, presence: storage.presence, deskSettings, clock });
  const estimateTime = createEstimateTime({ conversations, isStaffed, clock });
  const estimateWait = createEstimateWait({ conversations, estimateTime });
  const assistant = createOverridable(parts, translate, estimateWait);

  const applyCommand = createApplyCommand({ conversations, doorbell });
  const handOver = createHandOver({ applyCommand, assistant });
  const takeTurn = createTakeTurn({ conversations, handOver, doorbell, assistant, logger, turnLimitMs: TURN_LIMIT_MS });
  const turns = createTurnTaker({ takeTurn, logger });
  const receiveMessage = createReceiveMessage({ conversations, applyCommand, doorbell, wakeAssistant: turns.interrupt, redact: redactSecrets });
  const follower = createEventFollower({ conversations, doorbell, logger });
  const sweeper = startSweeper({ conversations, wake: turns.wake, isRunning: turns.isRunning, handOver, isLeader, clock, logger, everyMs: SWEEP_EVERY_MS, graceMs: SWEEP_GRACE_MS });

  const places = createQueuePlaces({ conversations, estimateTime, doorbell, logger });
  const feed = createDeskFeed({ conversations, doorbell, logger });
  const tools = parts.overrides?.agentTools ?? (parts.languageModel && createAgentTools(parts.languageModel, () => parts.knowledge));
  const presence = createPresence({ presence: storage.presence, conversations, applyCommand, deskSettings, doorbell, isLeader, clock, logger });
  const router = startRouter({ conversations, agents: storage.agents, presence, applyCommand, deskSettings, feed, doorbell, isLeader, clock, logger });
  const timers = startTimers({ conversations, applyCommand, assistant, deskSettings, isLeader, clock, logger });
  const settings = createSettingsSaver({ deskSettings, conversations, doorbell, redact: redactSecrets, logger });
  const people = createPeople({ agents: storage.agents, presence, conversations, doorbell, hashPassword, redact: redactSecrets, clock });
  const countViews = createCountViews({ conversations, clock });
  const claimNext = createClaimNext({ conversations, applyCommand });
  const files = createFiles({ attachments: storage.attachments, redact: redactSecrets });
  const looseFiles = startRemovingLooseFiles({ attachments: storage.attachments, clock, logger });
  const assistAgent = createAssistAgent({ conversations, tools, redact: redactSecrets, logger });
  const articles = createArticles({ knowledge: () => parts.knowledge, conversations, redact: redactSecrets });
  const macros = createMacros({ macros: storage.macros, doorbell, redact: redactSecrets });
  const runDeskCommand = createRunDeskCommand({ agents: storage.agents, applyCommand, wakeAssistant: turns.wake, files, cite: articles.cite, rubric: () => deskSettings.current().settings.rubric, redact: redactSecrets });

  const tokens = createContactTokens(Buffer.from(await storage.settings.getOrSet('contact-token-key', randomBytes(32).toString('base64')), 'base64'));
  const sessions = createAgentSessions({ agents: storage.agents, clock });
  const actions = createContactActions({ conversations, readMarks, receiveMessage, applyCommand, assistant, files, doorbell, redact: redactSecrets });
  const viewForContact = createViewForContact({ estimateWait, readMarks });
  const contactSessions = createContactSessions({ follower, places, doorbell });
  const contacts = createContactGateway({ conversations, viewForContact, tokens, sessions: contactSessions, doorbell, actions, logger });
  const desks = createDeskGateway({ conversations, readMarks, sessions, follower, feed, doorbell, presence, runDeskCommand, claimNext, logger });

  const isOwnOrigin = createIsOwnOrigin(config.publicUrl);
  function mount(app: Express): void {
    setSecurityHeaders(app);
    const mountRoute = createMountRoute(app, { tokens, sessions, isOwnOrigin });
    mountPublicRoutes(mountRoute, { knowledge: () => parts.knowledge, phrases: parts.phrases, redact: redactSecrets });
    mountContactRoutes(mountRoute, { conversations, viewForContact, writeTranscript: createWriteTranscript({ translate, exchangeName: () => parts.knowledge.base.exchange['name'] ?? '', publicUrl: config.publicUrl }), tokens, follower, actions });
    mountDeskRoutes(mountRoute, { conversations, readMarks, agents: storage.agents, sessions, runDeskCommand, claimNext, assistAgent, tools, secureCookies: config.publicUrl.startsWith('https:'), onSignOut: desks.closeSession });
    mountListRoutes(mountRoute, { conversations, countViews });
    mountLookupRoutes(mountRoute, { conversations, deskSettings });
    mountMacroRoutes(mountRoute, { macros, knowledge: () => parts.knowledge });
    mountArticleRoutes(mountRoute, { articles });
    mountSettingsRoutes(mountRoute, { people, settings, deskSettings });
    mountSearchRoutes(mountRoute, { searchConversations: createSearchConversations({ search: storage.search, conversations, agents: storage.agents, clock }) });
    mountFileRoutes(mountRoute, { files, attachments: storage.attachments, conversations });
    mountSuperviseRoutes(mountRoute, {
      wallboard: createWallboard({ conversations, stretches: storage.stretches, agents: storage.agents, presence, clock }),
      reports: createReports({ stretches: storage.stretches }),
      drawSample: createDrawSample({ conversations, clock, random: Math.random }),
      reportReviews: createReportReviews({ reviews: storage.reviews, agents: storage.agents }),
      deskSettings,
    });
    mountPages(app, { webDir: parts.webDir, knowledge: () => parts.knowledge, translate, publicUrl: config.publicUrl, version: parts.version, redact: redactSecrets });
  }

  const web = createWebServer({ mount, contacts, desks, sessions, isOwnOrigin, logger });
  return {
    sessions,
    assistant,
    async start() {
      const port = await web.listen(config.host, config.port);
      await sweeper.sweepAll();
      if (parts.languageModel) void warmHouseWords(parts.knowledge.base);
      return port;
    },
    async dispose() {
      for (const loop of [sweeper, router, timers, presence, looseFiles]) loop.stop();
      await web.close();
      await turns.drained();
      await settings.settled();
      for (const part of [contactSessions, desks, places, feed, follower, settings]) part.stop();
      await leadership.stop();
      await doorbell.close();
      await storage.close();
    },
  };
}

function createOverridable({ knowledge, languageModel, overrides }: AppParts, translate: Translate, estimateWait: EstimateWait): Assistant {
  const skills = languageModel && createLanguageSkills(languageModel, () => knowledge);
  const assistant = createAssistant({ knowledge: () => knowledge, translate, estimateWait, skills });
  return overrides?.assistant?.(assistant) ?? assistant;
}
