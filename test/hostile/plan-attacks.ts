import fc from 'fast-check';
import { contactClientFrameSchema } from '../../src/protocol/contact.ts';
import { deskClientFrameSchema } from '../../src/protocol/desk.ts';
import { ROUTES, type Route, type RouteName } from '../../src/protocol/http.ts';
import { arbitraryInput, type Known } from '../fixtures/input-arbitrary.ts';
import { CALLERS, ROUTE_MATRIX, type Caller } from '../integration/permission-matrix.ts';
import { mutate, mutationArbitrary, NASTY_TEXTS, write, WRITINGS, type Writing } from './mutate.ts';

/** A request to a route, or a frame to a socket, made from a seed. */
export type Attack =
  | { readonly kind: 'request'; readonly route: RouteName; readonly caller: Caller; readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: Buffer | undefined }
  | { readonly kind: 'frame'; readonly socket: 'contact' | 'desk'; readonly caller: Caller; readonly data: Buffer; readonly isBinary: boolean };

/** Ids that stand for what is there only when the attacks are run: replaced in what is sent. */
export const STAND_INS = {
  conversation: '01920000-0000-7000-8000-0000000000a1', otherConversation: '01920000-0000-7000-8000-0000000000a2',
  agent: '01920000-0000-7000-8000-0000000000a3', file: '01920000-0000-7000-8000-0000000000a4',
} as const;

const conversations = [STAND_INS.conversation, STAND_INS.otherConversation];
const KNOWN: Known = {
  conversationId: conversations, agentId: [STAND_INS.agent], fileId: [STAND_INS.file], attachments: [STAND_INS.file],
  path: ['articles/deposit-late/en.md', 'articles/deposit-late/article.yaml', 'policy.yaml', 'articles/__proto__/en.md'], articleId: ['deposit-late', 'constructor'], paths: ['articles/deposit-late/en.md'],
  // What is held longer would only make the test slow.
  waitMs: ['0', '1', '-1', '30001', 'x'],
};

/** Every caller who lives on after it: whoever signs out has nothing more to say. */
const ENDS_THE_SESSION: readonly RouteName[] = ['signOut', 'renewRecoveryCodes'];

const callerFor = (may: readonly Caller[]): fc.Arbitrary<Caller> => (may.length === 0 ? fc.constantFrom(...CALLERS) : fc.oneof({ arbitrary: fc.constantFrom(...may), weight: 4 }, { arbitrary: fc.constantFrom(...CALLERS), weight: 1 }));
const mutations = fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, { arbitrary: fc.array(mutationArbitrary, { minLength: 1, maxLength: 3 }), weight: 5 });
const writing: fc.Arbitrary<Writing> = fc.oneof({ arbitrary: fc.constant('json' as const), weight: 4 }, { arbitrary: fc.constantFrom(...WRITINGS), weight: 1 });
const nastyText = fc.oneof(fc.constantFrom(...NASTY_TEXTS), fc.string({ unit: 'binary', maxLength: 30 }));

/** Attacks in an order that the seed alone decides. */
export function planAttacks(seed: number, count: number): Attack[] {
  const requests = (Object.keys(ROUTES) as RouteName[]).map((name) => requestArbitrary(name));
  const frames = [...contactClientFrameSchema.options.map((option) => frameArbitrary('contact', option)), ...deskClientFrameSchema.options.map((option) => frameArbitrary('desk', option))];
  const attack = fc.oneof({ arbitrary: fc.oneof(...requests), weight: 3 }, { arbitrary: fc.oneof(...frames), weight: 2 });
  return fc.sample(attack, { seed, numRuns: count });
}

function requestArbitrary(name: RouteName): fc.Arbitrary<Attack> {
  const route: Route = ROUTES[name];
  const may = (ROUTE_MATRIX[name]?.may ?? []).filter((caller) => !ENDS_THE_SESSION.includes(name) || caller === 'nobody');
  return fc.record({
    caller: ENDS_THE_SESSION.includes(name) ? fc.constantFrom<Caller>('nobody', 'contact') : callerFor(may),
    params: route.params ? arbitraryInput(route.params, KNOWN) : fc.constant({}),
    query: route.query ? arbitraryInput(route.query, KNOWN) : fc.constant({}),
    headers: headersArbitrary,
    body: bodyArbitrary(route),
    broken: fc.option(fc.tuple(fc.nat(20), nastyText), { freq: 2 }),
    more: fc.option(fc.constantFrom('__proto__=x', 'a[b]=c', 'q=%E0%A4%A', '%00=%00', 'limit=1&limit=2', `q=${'a'.repeat(9_000)}`), { freq: 5 }),
  }).map(({ caller, params, query, headers, body, broken, more }): Attack => {
    const search = new URLSearchParams(Object.entries(query as object).map(([key, value]) => [key, wellFormed(String(value))]));
    const filled = breakOne(params as Record<string, unknown>, broken);
    if (Object.keys(filled).length === 0 && broken) [...search.keys()].forEach((key, index) => { if (index === broken[0] % Math.max(1, search.size)) search.set(key, key === 'waitMs' ? '-1' : wellFormed(broken[1])); });
    const path = route.path.replace(/:(\w+)/g, (_whole, param: string) => encodeURIComponent(wellFormed(String(filled[param]))) || '%20');
    return { kind: 'request', route: name, caller, path: `${path}?${search.toString()}${more ? `&${more}` : ''}`, headers: { ...body.headers, ...headers }, body: body.bytes };
  });
}

function bodyArbitrary({ body, bytes, headers }: Route): fc.Arbitrary<{ bytes: Buffer | undefined; headers: Record<string, string> }> {
  const named = headers ? nastyText.map((text) => ({ 'x-file-name': asHeader(encodeURIComponent(wellFormed(text)).slice(0, 3_000)) })) : fc.constant({});
  if (bytes !== undefined) {
    return fc.tuple(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(...BEGINNINGS), named)
      .map(([rest, begins, name]) => ({ bytes: Buffer.concat([Buffer.from(begins, 'latin1'), rest]), headers: { 'content-type': 'application/octet-stream', ...name } }));
  }
  if (!body) return fc.tuple(fc.constant(undefined), fc.constant({})).map(([none, of]) => ({ bytes: none, headers: of }));
  return fc.tuple(arbitraryInput(body, KNOWN), mutations, writing).map(([input, changes, how]) => ({
    bytes: write(mutate(input, changes), how),
    headers: { 'content-type': how === 'text' ? 'text/plain' : how === 'utf-16' ? 'application/json; charset=utf-16' : 'application/json', ...(how === 'zipped' && { 'content-encoding': 'gzip' }) },
  }));
}

/** What files of some kind begin with. */
const BEGINNINGS = ['', '%PDF-1.7\n', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\0\0\0', 'GIF89a\xff\xff\xff\xff\x80\0\0', '\xff\xd8\xff\xe0\0\x10JFIF\0', 'RIFF\xff\xff\xff\xffWEBPVP8 ', '\0\0\0\x18ftypheic', 'PK\x03\x04', '<svg xmlns="http://www.w3.org/2000/svg">', 'plain text '];

const headersArbitrary: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { arbitrary: fc.constant({}), weight: 6 },
  {
    arbitrary: fc.tuple(
      fc.constantFrom('authorization', 'cookie', 'origin', 'sec-fetch-site', 'x-forwarded-for', 'accept', 'accept-language', 'accept-encoding', 'if-none-match', 'if-modified-since', 'range', 'x-file-name', 'user-agent', 'traceparent', 'content-type', 'content-encoding', 'x-http-method-override', 'host'),
      fc.oneof(nastyText, fc.constantFrom('Bearer ', 'Bearer v1.a.b', 'vigil_session=x', 'vigil_session=%E0%A4%A; vigil_sign_in=a', 'bytes=0-', 'bytes=9-1,,', 'application/json; charset=ucs-2', 'application/json; charset=koi8-r', 'br', 'deflate', 'http://127.0.0.1:1', 'null', '00-0-0-0', '1.2.3.4, ::1, x')),
    ).map(([key, value]) => ({ [key]: asHeader(value) })),
    weight: 1,
  },
);

function frameArbitrary(socket: 'contact' | 'desk', schema: Parameters<typeof arbitraryInput>[0]): fc.Arbitrary<Attack> {
  return fc.tuple(callerFor(socket === 'contact' ? ['contact', 'stranger'] : ['agent', 'supervisor', 'admin']), arbitraryInput(schema, KNOWN), mutations, writing, fc.integer({ min: 0, max: 19 }))
    .map(([caller, input, changes, how, dice]): Attack => {
      const own = socket === 'contact' ? ['contact', 'stranger'].includes(caller) : ['agent', 'supervisor', 'admin'].includes(caller);
      // A binary frame that is no UTF-8 would be cut off by the WebSocket itself where it says that it is text.
      return { kind: 'frame', socket, caller: own ? caller : socket === 'contact' ? 'contact' : 'agent', data: write(mutate(input, changes), how), isBinary: dice === 0 };
    });
}

function breakOne(input: Record<string, unknown>, broken: [number, string] | null): Record<string, unknown> {
  const keys = Object.keys(input);
  const key = broken && keys[broken[0] % keys.length];
  return key ? { ...input, [key]: broken[1] } : input;
}

function wellFormed(text: string): string {
  return text.toWellFormed();
}

/** What Node lets into a header. */
function asHeader(text: string): string {
  return text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 4_000);
}
