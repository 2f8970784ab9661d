import { describe, expect, it } from '@jest/globals';
import { nextIntake, type IntakeState } from './intake.ts';

const state = (rest: Partial<IntakeState> = {}): IntakeState => ({ ask: ['when', 'txid', 'done'], asked: [], ended: false, entities: [], ...rest });

describe('what a waiting contact is asked', () => {
  it('is each thing once, in order', () => {
    expect(nextIntake(state(), 4)).toEqual({ slot: 'when' });
    expect(nextIntake(state({ asked: ['when'] }), 4)).toEqual({ slot: 'txid' });
    expect(nextIntake(state({ asked: ['when', 'txid', 'done'] }), 4)).toBe('thanks');
  });

  it('is nothing that was said already', () => {
    expect(nextIntake(state({ entities: [{ kind: 'date' }, { kind: 'transaction' }] }), 4)).toEqual({ slot: 'done' });
  });

  it('ends after so many questions, and after the thanks', () => {
    expect(nextIntake(state({ asked: ['when'] }), 1)).toBe('thanks');
    expect(nextIntake(state({ asked: ['when'], ended: true }), 4)).toBeUndefined();
  });

  it('is nothing where nothing is to be known, and then nobody is thanked for it', () => {
    expect(nextIntake(state({ ask: [] }), 4)).toBeUndefined();
    expect(nextIntake(state({ entities: [{ kind: 'date' }, { kind: 'transaction' }, { kind: 'step' }] }), 4)).toBeUndefined();
    expect(nextIntake(state(), 0)).toBeUndefined();
  });
});
