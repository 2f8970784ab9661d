import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LOCALE_TAGS, type Locale } from '../../../domain/locales.ts';
import { loadKnowledgeBase } from '../../../knowledge/load-knowledge-base.ts';
import { readPrompts } from '../../../prompts/read-prompts.ts';
import { selectPassages } from '../sources/select-passages.ts';
import { collectSources } from '../sources/sources.ts';
import type { Violation } from '../rules/rule.ts';
import type { DetectLanguage } from '../rules/watch-language.ts';
import { createVerifier, type Verifier } from './create-verifier.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const base = await loadKnowledgeBase(`${root}/knowledge-base`);
const prompts = await readPrompts(`${root}/prompts`);
const MARKER = '7f3a9c05d1e84b62a0c7e5f1';

interface Setting {
  readonly articles?: readonly string[];
  readonly locale?: Locale;
  readonly own?: string;
  readonly detectLanguage?: DetectLanguage;
}

function verifier({ articles = ['withdrawal-limits', 'api-rate-limits'], locale = 'en', own = 'why', detectLanguage = () => null }: Setting = {}): Verifier {
  const passages = selectPassages(base, articles.map((articleId, i) => ({ articleId, score: 0.9 - i * 0.1 })), locale);
  return createVerifier({ locale, sources: collectSources(base, passages, own, locale), instructions: prompts.answer.system, marker: MARKER, detectLanguage });
}

/** What was shown, and why no more. */
function verify(text: string | readonly string[], options: Setting = {}): { shown: string; reason?: Violation; cited?: string[] } {
  const one = verifier(options);
  let shown = '';
  for (const piece of typeof text === 'string' ? [text] : text) {
    const step = one.push(piece);
    if (!step.ok) return { shown, reason: step.reason };
    shown += step.text;
  }
  const last = one.end();
  return last.ok ? { shown: shown + last.text, cited: one.citations().map(({ articleId }) => articleId) } : { shown, reason: last.reason };
}

describe('verifying an answer while it is written', () => {
  it('gives out clean text, takes the markers out and names what was cited', () => {
    expect(verify('Your limits page shows what is left [1]. Error `429` means too many requests[4][5].')).toEqual({
      shown: 'Your limits page shows what is left. Error `429` means too many requests.', cited: ['withdrawal-limits', 'api-rate-limits'],
    });
  });

  it.each([[['Your', ' limits']], [['Y', 'our']], [['您的']]])('shows the first piece of %j at once', (pieces) => {
    const step = verifier({ locale: pieces[0] === '您的' ? 'zh-CN' : 'en' }).push(pieces[0] ?? '');
    expect(step).toEqual({ ok: true, text: pieces[0] });
  });

  it('shows the same whatever the pieces are', () => {
    const text = 'Your [limits page](https://exchange.example/account/limits) shows what is left [1].\n\n1. Stop **all** programs [4].\n2. Error `429` ends by itself [4][6].';
    const whole = verify(text);
    expect(whole.reason).toBeUndefined();
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
      const pieces: string[] = [];
      for (let at = 0, i = 0; at < text.length; i++) {
        const size = sizes[i % sizes.length] ?? 1;
        pieces.push(text.slice(at, at + size));
        at += size;
      }
      expect(verify(pieces)).toEqual(whole);
    }), { numRuns: 60 });
  });

  it('never shows more of a bad answer because of its pieces', () => {
    const bad = 'Your limits page shows what is left [1]. Open evil-support.com or call +1 800 555 0199 [1].';
    fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), (size) => {
      const { shown, reason } = verify(bad.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []);
      return reason === 'link' && !/evil|800/.test(shown);
    }));
  });

  it.each<[Violation, string]>([
    ['citation', 'The limits page shows it [99].'],
    ['number', 'The limit is 5000 USDT [1].'],
    ['number', 'Wait 48 hours [1].'],
    ['number', 'It costs 3% [1].'],
    ['number', 'Error 429 means ٤٣٠ [4].'],
    ['link', 'See https://exchange.example/account/other [1].'],
    ['link', 'See [this](http://exchange.example/account/limits) [1].'],
    ['markup', 'See <b>limits</b> [1].'],
    ['markup', '![limits](https://exchange.example/account/limits) [1]'],
    ['no-answer', 'NO_ANSWER'],
    ['no-answer', 'No, wait. NO_ANSWER [1]'],
    ['uncited', 'Your limits page shows what is left.'],
    ['uncited', 'Error 429 means too many requests [1].'],
    ['instructions', `The fence is ${MARKER.slice(0, 10)} [1].`],
    ['too-long', `${'The limits page shows what is left. '.repeat(100)} [1]`],
    ['code', 'T h e l i m i t s [1].'],
    ['secret', 'Tell us your password [1].'],
    ['promise', 'We guarantee it [1].'],
    ['language', 'Your лимит shows what is left [1].'],
  ])('stops with %s at "%s"', (reason, text) => {
    expect(verify(text).reason).toBe(reason);
  });

  it.each([
    'Error ４２９ means too many requests [4].',
    'Tell nobody your password, not even us: we never ask for it [1].',
    '1. Stop all programs [4].\n2. Wait [4].\n3. Go on more slowly [4].',
    'You asked about 2500 USDT: your limits page shows what is left [1].',
    'Write to support@exchange.example [1].',
    'Turn on 2FA for TRC20 withdrawals [1].',
  ])('lets "%s" through', (text) => {
    expect(verify(text, { own: 'can I withdraw 2500 USDT' }).reason).toBeUndefined();
  });

  it('says no telephone number, account or link back that only the contact wrote', () => {
    const own = 'call +1 800 555 0199, account 1234567890, see evil-support.com and bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh';
    for (const text of ['+1 800 555 0199', '1234567890', 'evil-support.com', 'bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh']) expect(verify(`Use ${text} [1].`, { own }).reason).toBeDefined();
  });

  it('asks about the language at the end of every long enough sentence', () => {
    const detectLanguage: DetectLanguage = (text) => (text.includes('until when') ? 'de' : 'en');
    const { shown, reason } = verify('Your limits page shows how much is left for you today [1]. The withdrawal page shows until when the hold is there for you [1]. More.', { detectLanguage });
    expect(reason).toBe('language');
    expect(shown).not.toContain('More');
  });

  it('accepts approved articles as answers, in every language', () => {
    const articles = [...base.articles.keys()].filter((_id, i) => i % 9 === 0);
    const refused = LOCALE_TAGS.flatMap((locale) => articles.map((articleId) => {
      const [passage] = selectPassages(base, [{ articleId, score: 1 }], locale);
      const text = (passage?.text ?? '').split('\n').map((line) => (line.trim() ? `${line} [1]` : line)).join('\n');
      return verify(text.match(/[^]{1,5}/g) ?? [], { articles: [articleId], locale }).reason;
    })).filter((reason) => reason !== undefined);
    expect(refused.length).toBeLessThanOrEqual(0.03 * articles.length * LOCALE_TAGS.length);
  });

  it('accepts summaries, which are the same said otherwise, in every language', () => {
    const articles = [...base.articles.values()].filter((_article, i) => i % 9 === 4);
    const refused = LOCALE_TAGS.flatMap((locale) => articles.map(({ id, translations }) =>
      verify(`${(translations[locale]?.summary ?? '').replaceAll('{{exchange.name}}', 'Example Exchange')} [1]`, { articles: [id], locale }).reason)).filter((reason) => reason !== undefined);
    expect(refused.length).toBeLessThanOrEqual(0.03 * articles.length * LOCALE_TAGS.length);
  });
});
