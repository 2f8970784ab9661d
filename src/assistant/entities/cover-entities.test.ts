import { describe, expect, it } from '@jest/globals';
import { coverEntities } from './cover-entities.ts';
import { createFindEntities } from './find-entities.ts';

const findEntities = createFindEntities({ cues: {} });
const cover = (text: string): string => coverEntities(text, { locale: 'en', now: 0 }, findEntities);

describe('coverEntities', () => {
  it.each([
    ['mail me at jo.doe@mail.example please', 'mail me at ⟨email⟩ please'],
    ['i sent 0.5 BTC to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 'i sent ⟨amount⟩ to ⟨address⟩'],
    ['call +49 170 1234567 now', 'call ⟨phone⟩ now'],
    ['can I buy NFT with ETH', 'can I buy NFT with ETH'],
  ])('covers what is private in "%s"', (text, covered) => {
    expect(cover(text)).toBe(covered);
    expect(cover(covered)).toBe(covered);
  });

  it('covers a link to its end, however long it is', () => {
    expect(cover(`see https://x.example/${'a'.repeat(400)}?token=secret ok`)).toBe('see ⟨url⟩ ok');
  });
});
