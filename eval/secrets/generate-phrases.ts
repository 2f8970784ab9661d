import { entropyToMnemonic } from '@scure/bip39';
import { SEED_LISTS } from '../../src/secrets/seed-phrases/word-lists.ts';
import type { Draw } from './draw.ts';

export const LENGTHS = [12, 15, 18, 21, 24];

/** Words of a phrase with a valid checksum. */
export function drawPhrase(draw: Draw, list: number, length: number): string[] {
  return entropyToMnemonic(draw.bytes(length / 3 * 4), [...SEED_LISTS[list]!.words]).normalize('NFKD').split(/\s+/);
}

/** How people and programs write a phrase. The first is the plainest. */
export const WAYS: Readonly<Record<string, (words: readonly string[]) => string>> = {
  blanks: (words) => words.join(' '),
  composed: (words) => words.join(' ').normalize('NFC'),
  bare: (words) => words.join(' ').normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC'),
  capitals: (words) => words.join(' ').toUpperCase(),
  capitalised: (words) => words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' '),
  ideographicBlanks: (words) => words.join('\u3000'),
  lines: (words) => words.join('\n'),
  commas: (words) => words.join(','),
  dashes: (words) => words.join(' - '),
  hyphens: (words) => words.join('-'),
  numbered: (words) => words.map((word, i) => `${i + 1}. ${word}`).join('\n'),
  numberedInLine: (words) => words.map((word, i) => `${i + 1}) ${word}`).join(' '),
  numberedTight: (words) => words.map((word, i) => `${i + 1}.${word}`).join(' '),
  quoted: (words) => `"${words.join(' ')}"`,
  json: (words) => JSON.stringify(words),
  table: (words) => words.map((word, i) => `| ${i + 1} | ${word} |`).join('\n'),
  hidden: (words) => words.map((word) => `${word.slice(0, 2)}\u200B${word.slice(2)}`).join(' \u2060'),
  fullWidth: (words) => words.join(' ').replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xFEE0)),
  wideGaps: (words) => words.join('   '),
  underscores: (words) => words.join('_'),
  twoColumns: (words) => Array.from({ length: Math.ceil(words.length / 2) }, (_, i) => `${words[2 * i]}\t${words[2 * i + 1] ?? ''}`).join('\n'),
};

const LETTERS: Readonly<Record<string, string>> = { japanese: 'あいうえおかきくけこさしすせそたちつてとなにぬねの', korean: '가나다라마바사아자차카타파하', 'simplified-chinese': '龘靐齉爩鱻麤', 'traditional-chinese': '龘靐齉爩鱻麤' };

/** Ways in which one word is wrong. They take and give the whole phrase, and may leave one word fewer. */
export const MISTAKES: Readonly<Record<string, (words: readonly string[], at: number, draw: Draw, list: number) => string[]>> = {
  letterChanged: (words, at, draw, list) => edit(words, at, draw, list, 1, true),
  letterAdded: (words, at, draw, list) => edit(words, at, draw, list, 0, true),
  letterDropped: (words, at, draw, list) => edit(words, at, draw, list, 1, false),
  foreign: (words, at, draw) => words.with(at, draw.pick(['bitcoin', 'fenster', 'schlüssel', 'кошелёк', 'ventana', 'güneş', 'maison', 'qwerty'])),
  missing: (words, at) => words.toSpliced(at, 1),
  stuck: (words, at) => (at + 1 < words.length ? words.toSpliced(at, 2, words[at]! + words[at + 1]!) : words.toSpliced(at - 1, 2, words[at - 1]! + words[at]!)),
  digitForLetter: (words, at) => words.with(at, words[at]!.slice(0, 1) + '0' + words[at]!.slice(2)),
};

function edit(words: readonly string[], at: number, draw: Draw, list: number, drop: number, add: boolean): string[] {
  const letters = Array.from(words[at]!.normalize('NFC'));
  const letter = draw.pick(Array.from(LETTERS[SEED_LISTS[list]!.name] ?? 'abcdefghijklmnopqrstuvwxyz'));
  letters.splice(draw.int(letters.length), drop, ...(add ? [letter] : []));
  return letters.length === 0 ? words.toSpliced(at, 1) : words.with(at, letters.join(''));
}
