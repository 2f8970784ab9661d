import { createClamAv } from '../adapters/system/clam-av.ts';
import { createCleanImage } from '../adapters/system/clean-image.ts';
import { createAgentTools } from '../assistant/agent-tools.ts';
import { createFiles } from '../conversation/files.ts';
import { startRemovingLooseFiles } from '../conversation/remove-loose-files.ts';
import { createArticles } from '../desk/articles.ts';
import { createAssistAgent } from '../desk/assist-agent.ts';
import { createClaimNext } from '../desk/claim-next.ts';
import { createCountViews } from '../desk/count-views.ts';
import { createDeskFeed } from '../desk/desk-feed.ts';
import { createMacros } from '../desk/macros.ts';
import { createPeople } from '../desk/manage-people.ts';
import { createPresence } from '../desk/presence.ts';
import { createQueuePlaces } from '../desk/queue-places.ts';
import { startRouter } from '../desk/route-conversations.ts';
import { createRunDeskCommand } from '../desk/run-desk-command.ts';
import { startTimers } from '../desk/run-timers.ts';
import { createSettingsSaver } from '../desk/save-settings.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import { hashPassword } from '../server/authentication/password.ts';
import type { Core } from './core.ts';
import type { AppParts, Shared } from './parts.ts';

/** The people's side: who is there, who is given what, and what they do. Loops run from here on, until `stop`. */
export function openDesk(parts: AppParts, { doorbell, isLeader, knowledge }: Shared, { applyCommand, assistant, turns, estimateTime }: Core) {
  const { storage, logger, clock } = parts;
  const { conversations, deskSettings, agents } = storage;
  const redact = redactSecrets;
  const tools = parts.overrides?.agentTools ?? (parts.languageModel && createAgentTools(parts.languageModel, knowledge));
  const feed = createDeskFeed({ conversations, doorbell, logger });
  const places = createQueuePlaces({ conversations, estimateTime, doorbell, logger });
  const presence = createPresence({ presence: storage.presence, conversations, applyCommand, deskSettings, doorbell, isLeader, clock, logger });
  const settings = createSettingsSaver({ deskSettings, conversations, doorbell, redact, logger });
  const files = createFiles({ attachments: storage.attachments, redact, cleanImage: createCleanImage({ logger }), scan: parts.config.scanner && createClamAv(parts.config.scanner, logger), logger });
  const articles = createArticles({ knowledge, conversations, redact });
  const loops = [
    presence,
    startRouter({ conversations, agents, presence, applyCommand, deskSettings, feed, doorbell, isLeader, clock, logger }),
    startTimers({ conversations, applyCommand, assistant, deskSettings, isLeader, clock, logger }),
    startRemovingLooseFiles({ attachments: storage.attachments, clock, logger }),
  ];
  return {
    tools, feed, places, presence, settings, files, articles, loops,
    people: createPeople({ agents, presence, conversations, doorbell, hashPassword, redact, clock }),
    countViews: createCountViews({ conversations, clock }),
    claimNext: createClaimNext({ conversations, applyCommand, ensurePresent: presence.ensurePresent }),
    assistAgent: createAssistAgent({ conversations, tools, redact, logger }),
    macros: createMacros({ macros: storage.macros, doorbell, redact }),
    runDeskCommand: createRunDeskCommand({ conversations, agents, ensurePresent: presence.ensurePresent, clock, applyCommand, wakeAssistant: turns.wake, files, cite: articles.cite, rubric: () => deskSettings.current().settings.rubric, redact }),
  };
}

export type OpenedDesk = ReturnType<typeof openDesk>;
