import { findForbiddenSpeech } from '../assistant/answering/rules/find-forbidden-speech.ts';
import { tellFileType } from '../conversation/tell-file-type.ts';
import { checkDocuments } from '../knowledge/editing/check-documents.ts';
import { createDrafts, type CheckProposed } from '../knowledge/editing/drafts.ts';
import type { JudgePublication } from '../knowledge/editing/golden-judgement.ts';
import { createImages } from '../knowledge/editing/images.ts';
import { createListArticles } from '../knowledge/editing/list-articles.ts';
import type { LiveKnowledge } from '../knowledge/editing/live-knowledge.ts';
import { createPlanPublication } from '../knowledge/editing/plan-publication.ts';
import { createPublisher } from '../knowledge/editing/publisher.ts';
import { startSchedule } from '../knowledge/editing/run-schedule.ts';
import { createSettingsForms } from '../knowledge/editing/settings-forms.ts';
import { createTranslationStates } from '../knowledge/editing/translation-states.ts';
import { redactSecrets } from '../secrets/redact-secrets.ts';
import type { AppParts, Shared } from './parts.ts';

/** The editors' side: drafts, checks and publications. The schedule runs from here on, until `stop`. */
export function openEditing({ storage, clock, logger }: AppParts, { doorbell, isLeader }: Shared, { live, judge }: { live: LiveKnowledge; judge: JudgePublication }) {
  const { documents, images } = storage;
  const check: CheckProposed = async (proposed) =>
    checkDocuments(proposed, live.current().base, new Set(await images.listNames()), { findForbiddenSpeech, redact: redactSecrets });
  const states = createTranslationStates({ live, documents });
  const publisher = createPublisher({ documents, live, check, judge, doorbell, logger });
  return {
    documents, live, check, states, publisher,
    drafts: createDrafts({ documents, live, check, clock }),
    listArticles: createListArticles({ live, documents, states }),
    planPublication: createPlanPublication({ documents, live, check, judge }),
    forms: createSettingsForms({ live, publisher }),
    images: createImages({ images, tellType: tellFileType }),
    schedule: startSchedule({ documents, publisher, isLeader, clock, logger }),
  };
}

export type OpenedEditing = ReturnType<typeof openEditing>;
