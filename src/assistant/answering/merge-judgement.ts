import type { Understanding } from '../../domain/events.ts';
import type { HandoffReason } from '../../domain/handoff.ts';
import { DANGERS, INTENTS, type Intent } from '../../domain/intents.ts';
import { raiseUrgency } from '../../domain/urgencies.ts';
import type { Judgement } from '../../prompts/output-schemas.ts';

/** A judgement that doubts itself more than this is none. */
const SURE_ENOUGH = 0.5;

export interface MergedJudgement {
  readonly understanding: Understanding;
  /** Why people must take over; undefined where the model asks for none. It never keeps anything from people. */
  readonly handoff: HandoffReason | undefined;
}

/**
 * What is understood once the model was asked. Pure. It can only make things more careful: a higher
 * urgency, an intent that goes to people, a handoff. An intent that goes to people stays, and danger
 * outranks every other reason for people.
 */
export function mergeJudgement(understanding: Understanding, judgement: Judgement): MergedJudgement {
  if (!(judgement.confidence >= SURE_ENOUGH)) return { understanding, handoff: undefined };
  const intent = moreCareful(understanding.intent, judgement.intent);
  const urgency = raiseUrgency(understanding.urgency, judgement.urgency);
  const row = INTENTS[intent];
  const isNew = intent !== understanding.intent;
  const agrees = row.action === 'handoff' && (isNew || judgement.handoff || INTENTS[judgement.intent].action === 'handoff');
  const handoff = agrees ? row.reason : judgement.handoff ? 'asked' : undefined;
  const changes = [
    ...(isNew ? [`intent ${understanding.intent} → ${intent}`] : []),
    ...(urgency === understanding.urgency ? [] : [`urgency ${understanding.urgency} → ${urgency}`]),
    ...(handoff ? [`handoff: ${handoff}`] : []),
  ];
  if (changes.length === 0) return { understanding, handoff };
  return {
    handoff,
    understanding: { ...understanding, intent, urgency, confidence: isNew ? judgement.confidence : understanding.confidence, reasons: [...understanding.reasons, `model: ${changes.join(', ')}`] },
  };
}

function moreCareful(known: Intent, judged: Intent): Intent {
  return careOf(judged) > careOf(known) ? judged : known;
}

/** 3 for a person in danger, 2 for an account or money, 1 for what else goes to people, 0 for the rest. */
function careOf(intent: Intent): number {
  if (intent === 'distress') return 3;
  if ((DANGERS as readonly Intent[]).includes(intent)) return 2;
  return INTENTS[intent].action === 'handoff' ? 1 : 0;
}
