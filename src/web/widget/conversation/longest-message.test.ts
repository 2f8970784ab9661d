import { expect, it } from '@jest/globals';
import { MAX_TEXT_LENGTH } from '../../../domain/events.ts';
import { LONGEST_MESSAGE } from './longest-message.ts';

it('lets a contact write exactly what the domain takes', () => {
  expect(LONGEST_MESSAGE).toBe(MAX_TEXT_LENGTH);
});
