import type { Express } from 'express';
import { createReports } from '../desk/report.ts';
import { createReportReviews } from '../desk/review-report.ts';
import { createDrawSample } from '../desk/review.ts';
import { createSearchConversations } from '../desk/search-conversations.ts';
import { createWallboard } from '../desk/wallboard.ts';
import type { LiveKnowledge } from '../knowledge/editing/live-knowledge.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import type { Admission } from '../server/admission/admission.ts';
import type { ReadOrigin } from '../server/admission/client-address.ts';
import { mountAuditRoutes } from '../server/audit-routes.ts';
import { mountContactRoutes } from '../server/contact-routes.ts';
import { mountArticleRoutes } from '../server/article-routes.ts';
import { mountDocumentRoutes } from '../server/document-routes.ts';
import { mountDeskRoutes } from '../server/desk-routes.ts';
import { mountListRoutes } from '../server/list-routes.ts';
import { mountLookupRoutes } from '../server/lookup-routes.ts';
import { mountFactorRoutes } from '../server/factor-routes.ts';
import { mountFileRoutes } from '../server/file-routes.ts';
import { mountGapRoutes } from '../server/gap-routes.ts';
import { mountImportRoutes } from '../server/import-routes.ts';
import { createMountRoute, type MountRoute } from '../server/http/mount-route.ts';
import { mountMacroRoutes } from '../server/macro-routes.ts';
import { createPreviewDocument } from '../server/pages/preview-document.ts';
import { mountArticleImages } from '../server/pages/mount-article-images.ts';
import { mountPages } from '../server/pages/mount-pages.ts';
import { mountSearchRoutes } from '../server/search-routes.ts';
import { mountProviderRoutes } from '../server/provider-routes.ts';
import { mountPublicRoutes } from '../server/public-routes.ts';
import { mountSessionRoutes } from '../server/session-routes.ts';
import { mountSettingsRoutes } from '../server/settings-routes.ts';
import { mountSuperviseRoutes } from '../server/supervise-routes.ts';
import { mountTryingRoutes } from '../server/trying-routes.ts';
import { createWriteTranscript } from '../server/transcript/write-transcript.ts';
import { setSecurityHeaders } from '../server/http/security-headers.ts';
import { mountOperations } from '../server/operations/mount-operations.ts';
import { mountTracing } from '../server/operations/trace-requests.ts';
import type { ContactTokens } from '../server/authentication/contact-token.ts';
import type { ContactActions } from '../server/contact-actions.ts';
import type { ViewForContact } from '../conversation/contact-view.ts';
import type { IsOwnOrigin } from '../server/http/own-origin.ts';
import type { Core } from './core.ts';
import type { OpenedDesk } from './desk.ts';
import type { OpenedEditing } from './editing.ts';
import type { OpenedGaps } from './gaps.ts';
import type { AppParts, Shared } from './parts.ts';
import type { OpenedSignIn } from './sign-in.ts';
import type { OpenedTrying } from './trying.ts';

/** What the routes are served from, beside the parts. */
export interface Served {
  readonly core: Core;
  readonly desk: OpenedDesk;
  readonly trying: OpenedTrying;
  readonly editing: OpenedEditing;
  readonly gaps: OpenedGaps;
  readonly published: LiveKnowledge['published'];
  readonly admission: Admission;
  readonly readOrigin: ReadOrigin;
  readonly tokens: ContactTokens;
  readonly signing: OpenedSignIn;
  readonly actions: ContactActions;
  readonly viewForContact: ViewForContact;
  readonly isOwnOrigin: IsOwnOrigin;
  readonly isEnding: () => boolean;
}

/** Everything that is served over plain HTTP. */
export function mountRoutes(app: Express, parts: AppParts, { translate, metrics, knowledge }: Shared, served: Served): void {
  const { config, storage } = parts;
  const { core, desk, tokens, signing, admission, readOrigin, isOwnOrigin } = served;
  mountOperations(app, { probe: () => storage.agents.count(), readMetrics: metrics.read, isEnding: served.isEnding, metricsToken: config.metricsToken });
  // After those, which are asked every few seconds.
  if (config.traces && parts.tracer) mountTracing(app, parts.tracer);
  setSecurityHeaders(app, config.publicUrl);
  const mountRoute = createMountRoute(app, { ...signing, tokens, isOwnOrigin, audit: storage.audit });
  mountPublicRoutes(mountRoute, { knowledge, phrases: parts.phrases, redact: redactSecrets });
  const writeTranscript = createWriteTranscript({ translate, exchangeName: () => knowledge().base.exchange['name'] ?? '', publicUrl: config.publicUrl });
  mountContactRoutes(mountRoute, { conversations: storage.conversations, viewForContact: served.viewForContact, writeTranscript, tokens, follower: core.follower, actions: served.actions, admission, readOrigin });
  mountFileRoutes(mountRoute, { files: desk.files, attachments: storage.attachments, conversations: storage.conversations, admission, readOrigin });
  mountForAgents(mountRoute, parts, knowledge, served);
  mountDocumentRoutes(mountRoute, { ...served.editing, preview: createPreviewDocument({ knowledge, translate, publicUrl: config.publicUrl, redact: redactSecrets }) });
  mountTryingRoutes(mountRoute, served.trying);
  mountGapRoutes(mountRoute, served.gaps);
  mountImportRoutes(mountRoute, served.gaps);
  mountArticleImages(app, storage.images);
  mountPages(app, { webDir: parts.webDir, knowledge, translate, publicUrl: config.publicUrl, version: parts.version, redact: redactSecrets, changedAt: (path) => served.published().documents.get(path)?.at, helpVotes: storage.helpVotes, isOwnOrigin, readOrigin, clock: parts.clock });
}

function mountForAgents(mountRoute: MountRoute, { storage, clock }: AppParts, knowledge: () => Knowledge, { desk, signing }: Served): void {
  const { conversations, deskSettings, readMarks, agents, stretches, audit } = storage;
  const { runDeskCommand, claimNext, assistAgent, tools, presence } = desk;
  mountSessionRoutes(mountRoute, signing);
  mountFactorRoutes(mountRoute, { ...signing, agents });
  mountProviderRoutes(mountRoute, { ...signing, factorStore: storage.factors, attempts: storage.attempts, agents, redact: redactSecrets, clock });
  mountAuditRoutes(mountRoute, { audit });
  mountDeskRoutes(mountRoute, { conversations, readMarks, agents, runDeskCommand, claimNext, assistAgent, tools });
  mountListRoutes(mountRoute, { conversations, countViews: desk.countViews });
  mountLookupRoutes(mountRoute, { conversations, deskSettings });
  mountMacroRoutes(mountRoute, { macros: desk.macros, knowledge });
  mountArticleRoutes(mountRoute, { articles: desk.articles });
  mountSettingsRoutes(mountRoute, { people: desk.people, settings: desk.settings, deskSettings });
  mountSearchRoutes(mountRoute, { searchConversations: createSearchConversations({ search: storage.search, conversations, agents, clock }) });
  mountSuperviseRoutes(mountRoute, {
    wallboard: createWallboard({ conversations, stretches, agents, presence, clock }),
    reports: createReports({ stretches }),
    drawSample: createDrawSample({ conversations, clock, random: Math.random }),
    reportReviews: createReportReviews({ reviews: storage.reviews, agents }),
    deskSettings,
  });
}
