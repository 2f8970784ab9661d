import { summariseCase, type CaseFile } from '../../../domain/case-file.ts';
import type { StepCue } from '../../../domain/cues.ts';
import type { Entity, EntityKind } from '../../../domain/entities.ts';
import type { Citation, ConversationEvent } from '../../../domain/events.ts';
import { INTENTS, type Intent } from '../../../domain/intents.ts';
import { raiseUrgency, type Urgency } from '../../../domain/urgencies.ts';
import { factsFrom } from './facts.ts';
import type { DeskConversation } from './model.ts';

/** A case in the order in which a colleague reads it; what is empty is not shown. */
export interface CaseView extends Pick<CaseFile, 'reason' | 'story' | 'answers' | 'secrets' | 'askNext'> {
  readonly urgency: Urgency;
  /** What it is about, where the reason does not say so already. */
  readonly topic: Intent | null;
  /** When it happened, as far as the contact said. */
  readonly times: readonly Entity[];
  /** Amounts, then coins that no amount names, then networks. */
  readonly sums: readonly string[];
  /** What a colleague looks up elsewhere, and so copies. */
  readonly codes: readonly Entity[];
  /** What the contact says to have done. */
  readonly steps: readonly StepCue[];
  readonly given: readonly Citation[];
}

/** What is traced comes first, then what names the case elsewhere, then who is behind it. */
const CODE_ORDER: readonly EntityKind[] = ['transaction', 'address', 'order', 'ticket', 'case', 'url', 'email', 'phone'];

/** The case of a conversation that went to people, ready to be drawn; null of one that did not. Pure. @param events the whole log, ascending. */
export function viewCase(events: readonly ConversationEvent[], { urgency }: Pick<DeskConversation, 'urgency'>): CaseView | null {
  const file = summariseCase(events);
  if (!file) return null;
  const { reason, intent, facts, story, answers, secrets, askNext } = file;
  return {
    reason, story, answers, secrets, askNext,
    // The file has the urgency of the handoff; what came out since then may have raised it.
    urgency: raiseUrgency(file.urgency, urgency),
    topic: saysNothingNew(intent, reason) ? null : intent,
    times: facts.filter(({ kind }) => kind === 'date'),
    sums: listSums(facts),
    codes: CODE_ORDER.flatMap((kind) => facts.filter((fact) => fact.kind === kind)),
    steps: facts.flatMap((fact) => (fact.kind === 'step' ? [fact.value as StepCue] : [])),
    given: citationsOf(file, events),
  };
}

/** "Report of fraud" needs no "fraud report" under it, and a wish for a person is about nothing. */
function saysNothingNew(intent: Intent, reason: CaseFile['reason']): boolean {
  const row = INTENTS[intent];
  return row.action === 'handoff' && (row.reason === reason || row.reason === 'asked');
}

function listSums(facts: readonly Entity[]): string[] {
  const valuesOf = (kind: EntityKind): string[] => facts.filter((fact) => fact.kind === kind).map(({ value }) => value);
  const amounts = valuesOf('amount');
  const named = new Set(amounts.map((amount) => amount.split(' ').at(-1)));
  return [...amounts, ...valuesOf('coin').filter((coin) => !named.has(coin)), ...valuesOf('network')];
}

/** The file names articles; the log knows in which language each was given. */
function citationsOf({ given }: CaseFile, events: readonly ConversationEvent[]): Citation[] {
  const { cited } = factsFrom(events);
  return given.flatMap(({ articleId }) => cited.find((citation) => citation.articleId === articleId) ?? []);
}
