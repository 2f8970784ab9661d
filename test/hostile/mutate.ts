import fc from 'fast-check';

/** Something that is done to an input, told by numbers so that it can be done again. */
export interface Mutation {
  /** Which of the places in the input. */
  readonly place: number;
  readonly what: 'replace' | 'remove' | 'add' | 'rename' | 'repeat';
  readonly value: unknown;
  readonly key: string;
}

const DEEP = 2_000;
const LONG = 40_000;

/** Keys that reach into what every object has. */
const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'then', 'toJSON', '$where', ''];

/** Texts that have broken something somewhere: bidirectional, half a character, zero width, SQL, paths, templates, markup, formulas. */
export const NASTY_TEXTS = [
  '', ' ', '\u0000', 'a\u0000b', '\ud800', '\udc00\ud800', '\ufeff', '\u202e\u2066gpj.exe', '\u200b\u200d', '\u0301'.repeat(200), '👩‍👩‍👧‍👦'.repeat(50), 'ﷺ'.repeat(500),
  '\'; drop table event; --', '" or 1=1', '%', '_', '\\', '../../../../etc/passwd', '..%2f..%2f', 'C:\\windows\\win.ini', '\r\nSet-Cookie: a=b', '{{7*7}}', '${process.env}', '{{exchange.name}}',
  '<script>alert(1)</script>', '<svg/onload=alert(1)>', 'javascript:alert(1)', '=cmd|\' /C calc\'!A0', '*'.repeat(3_000), '('.repeat(2_000), '['.repeat(2_000), 'a'.repeat(LONG),
  '-1', '1e309', '0x10', 'NaN', 'null', 'undefined', 'true', '٣٢١', '9007199254740993', '2026-02-30', '0000-00-00', '+275760-09-13', 'Etc/Nowhere', 'xx-YY',
] as const;

const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...NASTY_TEXTS),
  fc.constantFrom<unknown>(null, true, false, [], {}, 0, -0, -1, 1.5, 1e21, -1e308, 2_147_483_648, Number.MAX_SAFE_INTEGER, 9_007_199_254_740_992),
  fc.constantFrom<unknown>(JSON.parse('{"__proto__":{"role":"admin"}}'), JSON.parse('{"constructor":{"prototype":{"role":"admin"}}}'), [[[[[]]]]], [null], { 0: 'a', length: 1 }, { toString: 1 }, { then: null }),
  fc.constant(0).map(() => nest(DEEP)),
  fc.constant(0).map(() => Array.from({ length: 600 }, (_, index) => index)),
  fc.jsonValue({ maxDepth: 3 }),
);

function nest(depth: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

export const mutationArbitrary: fc.Arbitrary<Mutation> = fc.record({
  place: fc.nat(1_000),
  what: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'rename', 'repeat'),
  value: nasty,
  key: fc.oneof(fc.constantFrom(...PROTOTYPE_KEYS), fc.string({ maxLength: 10 })),
});

type Holder = Record<string, unknown> | unknown[];

/** The input with everything done to it, one after the other; the one that is given stays as it is. */
export function mutate(input: unknown, mutations: readonly Mutation[]): unknown {
  const root: { whole: unknown } = { whole: structuredClone(input) };
  for (const mutation of mutations) {
    const places = listPlaces(root, 0);
    const chosen = places[mutation.place % places.length];
    // A copy: what is put in may be changed by the next.
    if (chosen) apply(chosen.holder, chosen.key, { ...mutation, value: structuredClone(mutation.value) });
  }
  return root.whole;
}

function listPlaces(holder: Holder, depth: number): { holder: Holder; key: string }[] {
  if (depth > 6) return [];
  return Object.keys(holder).flatMap((key) => {
    const value = (holder as Record<string, unknown>)[key];
    return [{ holder, key }, ...(typeof value === 'object' && value !== null ? listPlaces(value as Holder, depth + 1) : [])];
  });
}

function apply(holder: Holder, key: string, mutation: Mutation): void {
  const object = holder as Record<string, unknown>;
  const value = object[key];
  switch (mutation.what) {
    case 'replace': object[key] = mutation.value; break;
    case 'remove': if (Array.isArray(holder)) holder.splice(Number(key), 1); else Reflect.deleteProperty(holder, key); break;
    case 'add': define(typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : object, mutation.key, mutation.value); break;
    case 'rename': if (!Array.isArray(holder)) { Reflect.deleteProperty(holder, key); define(object, mutation.key, value); } break;
    case 'repeat': object[key] = Array.isArray(value) ? Array.from({ length: 60 }, (): unknown => value[0]) : [value, value]; break;
  }
}

/** As JSON would: `__proto__` becomes a property of its own. */
function define(object: Record<string, unknown>, key: string, value: unknown): void {
  if (Array.isArray(object) && key === 'length') return;
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

/** How a value is written down as bytes; all but the first are wrong in some way, or unusual. */
export const WRITINGS = ['json', 'truncated', 'utf-16', 'latin-1', 'not-utf-8', 'marked', 'doubled', 'trailing', 'deep', 'empty', 'text', 'binary', 'zipped', 'large'] as const;
export type Writing = (typeof WRITINGS)[number];

export function write(value: unknown, how: Writing): Buffer {
  const json = (value === undefined ? undefined : JSON.stringify(value)) ?? 'null';
  switch (how) {
    case 'truncated': return Buffer.from(json.slice(0, Math.floor(json.length / 2)));
    case 'utf-16': return Buffer.from(json, 'utf16le');
    case 'latin-1': return Buffer.from(`${json.slice(0, -1)},"é":"ÿ"}`, 'latin1');
    case 'not-utf-8': return Buffer.concat([Buffer.from(json.slice(0, -1)), Buffer.from([0xc3, 0x28, 0xf0, 0x9f, 0xff]), Buffer.from('"}')]);
    case 'marked': return Buffer.from(`\ufeff${json}`);
    case 'doubled': return Buffer.from(json.startsWith('{') && json.length > 2 ? `{${json.slice(1, -1)},${json.slice(1)}` : `${json}${json}`);
    case 'trailing': return Buffer.from(`${json} ]`);
    case 'deep': return Buffer.from(`${'{"a":['.repeat(DEEP)}${']}'.repeat(DEEP)}`);
    case 'empty': return Buffer.alloc(0);
    case 'text': return Buffer.from('NaN');
    case 'binary': return Buffer.from(Array.from({ length: 64 }, (_, index) => (index * 37) % 256));
    case 'zipped': return Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4]);
    case 'large': return Buffer.from(JSON.stringify({ text: 'a'.repeat(10 * LONG) }));
    case 'json': return Buffer.from(json);
  }
}
