import { describe, expect, it } from '@jest/globals';
import type { Entity } from '../../../domain/entities.ts';
import { viewCase } from './case-view.ts';
import { aHandoff, aHearing, anAnswer, anEntity, aTurn, received, started } from './testing.ts';

const handedOff = (entities: Entity[], handoff: Parameters<typeof aHandoff>[1] = {}) =>
  [started(1), received(2), aTurn(3, 2, { intent: 'security_incident', entities }), aHandoff(4, handoff)];
const normal = { urgency: 'normal' } as const;

describe('viewCase', () => {
  it('is nothing of a conversation that the assistant handles alone', () => {
    expect(viewCase([started(1), received(2), aTurn(3, 2)], normal)).toBeNull();
  });

  it('leaves out what it is about where the reason says so, and names it where it does not', () => {
    expect(viewCase(handedOff([], { reason: 'incident' }), normal)?.topic).toBeNull();
    expect(viewCase(handedOff([], { reason: 'asked' }), normal)?.topic).toBe('security_incident');
    expect(viewCase([started(1), received(2), aTurn(3, 2, { intent: 'human_request' }), aHandoff(4)], normal)?.topic).toBeNull();
  });

  it('is as urgent as the conversation has become since the handoff, and never less than at it', () => {
    expect(viewCase(handedOff([], { urgency: 'normal' }), { urgency: 'critical' })?.urgency).toBe('critical');
    expect(viewCase(handedOff([], { urgency: 'high' }), { urgency: 'low' })?.urgency).toBe('high');
  });

  it('names a coin by itself only where no amount of it is known', () => {
    const entities = [anEntity('coin', 'BTC'), anEntity('coin', 'ETH'), anEntity('network', 'TRC20'), anEntity('amount', '0.5 BTC')];
    expect(viewCase(handedOff(entities), normal)?.sums).toEqual(['0.5 BTC', 'ETH', 'TRC20']);
  });

  it('puts what can be traced before what names somebody, and keeps the rest apart', () => {
    const entities = [anEntity('email', 'a@b.example'), anEntity('date', '2026-11-19'), anEntity('step', 'done-bank'), anEntity('address', '0xabc'), anEntity('transaction', '4a5e')];
    const view = viewCase(handedOff(entities), normal);
    expect(view?.codes.map(({ kind }) => kind)).toEqual(['transaction', 'address', 'email']);
    expect(view?.times.map(({ value }) => value)).toEqual(['2026-11-19']);
    expect(view?.steps).toEqual(['done-bank']);
  });

  it('grows with what is heard while people have the conversation', () => {
    const view = viewCase([...handedOff([], { ask: ['txid', 'done'] }), received(5), aHearing(6, 5, { entities: [anEntity('transaction', '4a5e')] })], normal);
    expect(view?.codes.map(({ value }) => value)).toEqual(['4a5e']);
    expect(view?.askNext).toEqual(['done']);
  });

  it('links the articles that were given in the language in which they were given', () => {
    expect(viewCase([...handedOff([]), anAnswer(5, ['a'])], normal)?.given).toEqual([expect.objectContaining({ articleId: 'a', locale: 'en' })]);
  });
});
