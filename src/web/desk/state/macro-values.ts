import type { Entity, EntityKind } from '../../../domain/entities.ts';
import type { ConversationEvent } from '../../../domain/events.ts';
import type { MacroVariable } from '../../../domain/macro.ts';
import { entityText } from './entity-text.ts';
import type { DeskConversation, Me } from './model.ts';

/** What a variable of a macro may stand for here, the latest mention first. */
export type MacroCandidates = Readonly<Record<MacroVariable, readonly string[]>>;

const KINDS: Partial<Record<MacroVariable, EntityKind>> = { network: 'network', amount: 'amount', txid: 'transaction', address: 'address', order: 'order' };

/** What is known of a conversation for macros. @param events its whole log, ascending. @param exchange the exchange's name; null while nobody told. */
export function macroCandidates(events: readonly ConversationEvent[], { caseNumber }: Pick<DeskConversation, 'caseNumber'>, me: Pick<Me, 'name'>, exchange: string | null): MacroCandidates {
  const entities = events.flatMap((event) => (event.type === 'turn.decided' || event.type === 'message.understood' ? event.data.understanding.entities : [])).reverse();
  const of = (variable: MacroVariable): string[] => [...new Set(entities.filter(({ kind }) => kind === KINDS[variable]).map(entityText))];
  return {
    'case.number': [caseNumber], 'agent.name': [me.name], 'exchange.name': exchange === null ? [] : [exchange],
    coin: coinsOf(entities), network: of('network'), amount: of('amount'), txid: of('txid'), address: of('address'), order: of('order'),
  };
}

/** An amount names its coin as well. */
function coinsOf(entities: readonly Entity[]): string[] {
  return [...new Set(entities.flatMap(({ kind, value }) => (kind === 'coin' ? [value] : kind === 'amount' ? value.split(' ').slice(1) : [])))];
}

/**
 * What fills itself in: of what there is exactly one. Where a contact named two transactions only a
 * person knows which is meant, and an address that fails its checksum is nobody's.
 */
export function certainValues(candidates: MacroCandidates, events: readonly ConversationEvent[]): Partial<Record<MacroVariable, string>> {
  const doubtful = new Set(events.flatMap((event) => (event.type === 'turn.decided' || event.type === 'message.understood'
    ? event.data.understanding.entities.filter(({ checksum }) => checksum === 'invalid').map(entityText) : [])));
  const certain = Object.entries(candidates).filter(([, values]) => values.length === 1 && !doubtful.has(values[0] ?? ''));
  return Object.fromEntries(certain.map(([name, [value]]) => [name, value]));
}
