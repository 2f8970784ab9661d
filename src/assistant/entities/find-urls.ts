import { MAX_ENTITY_LENGTH } from '../../domain/entities.ts';
import { toFinding, type Recognise } from './addresses/find-chain-tokens.ts';
import { MAX_FINDINGS, RANKS, type Finding } from './finding.ts';
import { CHAINS_IN_PATHS, EXPLORERS } from './tables/explorers.ts';
import { TOP_LEVEL_DOMAINS, WORD_ENDINGS } from './tables/top-level-domains.ts';

/** A dot, also as people write it so that nobody clicks: "exchange[.]com". */
const DOT = String.raw`(?:\.|\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\))`;
const LABEL_LETTERS = String.raw`A-Za-z\d\u00C0-\u024F\u0370-\u03FF\u0400-\u04FF`;
const LABEL = `[${LABEL_LETTERS}][${LABEL_LETTERS}-]{0,62}`;
/** What a path may be of: it ends before blanks, quotes and scripts that need no blank. */
const PATH = String.raw`[^\s<>"'\x60\u2018-\u201F\u3000-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\u0E00-\u0E7F\u0600-\u06FF\u0900-\u097F]`;
const URL_LIKE = new RegExp(
  String.raw`(?<![${LABEL_LETTERS}_@.-])(?:(h(?:tt|xx)ps?:\/\/)(${PATH}{1,2000})|(${LABEL}(?:${DOT}${LABEL}){1,5})(:\d{2,5})?([/?#]${PATH}{0,2000})?)`, 'giu');
const TRAILING = new Set('.,;:!?\'"*_~>])}');
/** RFC 1035. A longer one is no host, and costs more than its length to find that out. */
const LONGEST_HOST = 253;
/** No explorer's name has more. */
const MOST_LABELS = 4;
/** Stretches that are looked at, links or not. */
const MAX_CANDIDATES = 300;

/** Words in an explorer's path that say what follows. */
const ADDRESS_PATH = /\/(?:address|addresses|account|accounts|wallet|addr|object|contract|token|holder)s?\/?[^/]*$/i;
const LONG_TOKEN = /[\w+-]{25,}=?/g;

/** Links, also without a scheme and also defused. A link to an explorer is followed by what it shows, as a finding of its own. */
export function findUrls(text: string, recognise: Recognise): Finding[] {
  const found: Finding[] = [];
  let candidates = 0;
  for (const match of text.matchAll(URL_LIKE)) {
    if (found.length >= MAX_FINDINGS || candidates === MAX_CANDIDATES) break;
    candidates += 1;
    const written = trim(match[0]);
    const url = parse(written, match[1] !== undefined);
    if (!url) continue;
    const start = match.index;
    const shown = shownBy(url, written, start, recognise);
    found.push({ kind: 'url', start, end: shown?.start ?? start + written.length, value: valueOf(url), confidence: match[1] === undefined ? 0.9 : 0.98, rank: RANKS.url });
    if (shown) found.push(shown);
  }
  return found;
}

/** Without the punctuation of the sentence; a bracket stays where it was opened. */
function trim(written: string): string {
  // By hand: as a pattern this is quadratic in a row of dots that does not end the link.
  let end = written.length;
  while (TRAILING.has(written.charAt(end - 1))) end -= 1;
  const trimmed = written.slice(0, end);
  const next = written.charAt(end);
  return next === ')' && trimmed.lastIndexOf('(') > trimmed.lastIndexOf(')') ? `${trimmed})` : trimmed;
}

function parse(written: string, hasScheme: boolean): URL | undefined {
  const refanged = written.replace(/^hxxp/i, 'http').replace(/\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)/gi, '.');
  if (!hasScheme && !isHost(refanged)) return undefined;
  const address = hasScheme ? refanged : `http://${refanged}`;
  const [, host = ''] = /^\w+:\/\/([^/?#]*)/.exec(address) ?? [];
  return host.length <= LONGEST_HOST && !host.includes('..') ? URL.parse(address) ?? undefined : undefined;
}

function isHost(written: string): boolean {
  const [host = ''] = written.split(/[/?#:]/, 1);
  const labels = host.toLowerCase().split('.');
  const ending = labels.at(-1) ?? '';
  // "3.5.com" is a name, "1.2.in" is none; a name has a letter.
  if (!TOP_LEVEL_DOMAINS.has(ending) || !/\p{L}/u.test(labels.at(-2) ?? '')) return false;
  return !WORD_ENDINGS.has(ending) || written.length > host.length || (labels.length > 2 && labels[0] === 'www') || (labels.length > 2 && labels.every((label) => label.length > 1));
}

/** Host and path, the host as machines read it (`xn--…` gives imitations away); of fragments only those that are paths. */
function valueOf({ host, pathname, hash }: URL): string {
  const path = pathname === '/' ? '' : pathname.replace(/\/$/, '');
  return `${host.replace(/^www\./, '')}${path}${hash.startsWith('#/') ? `/${hash.split('?', 1)[0]}` : ''}`.slice(0, MAX_ENTITY_LENGTH);
}

/** The transaction or address at which an explorer's page looks. */
function shownBy(url: URL, written: string, start: number, recognise: Recognise): Finding | undefined {
  const domain = url.hostname.replace(/^www\./, '');
  const host = explorerOf(domain);
  if (host === undefined) return undefined;
  const network = host === '' ? chainInPath(url.pathname) : domain.startsWith('kusama.') ? 'kusama' : host;
  for (const { 0: token, index } of written.matchAll(LONG_TOKEN)) {
    const role = ADDRESS_PATH.test(written.slice(0, index)) ? 'address' : 'transaction';
    const recognised = recognise(token, { role, chains: network ? [network] : [] });
    if (!recognised) continue;
    const isSure = recognised.checksum !== 'invalid';
    return toFinding({ ...recognised, network: network ?? recognised.network, confidence: isSure ? 0.99 : recognised.confidence }, start + index, start + index + token.length);
  }
  return undefined;
}

function explorerOf(domain: string): string | undefined {
  const labels = domain.split('.').slice(-MOST_LABELS);
  for (let from = 0; from < labels.length - 1; from++) {
    const suffix = labels.slice(from).join('.');
    if (Object.hasOwn(EXPLORERS, suffix)) return EXPLORERS[suffix];
  }
  return undefined;
}

function chainInPath(path: string): string | undefined {
  const named = path.toLowerCase().split('/').find((part) => Object.hasOwn(CHAINS_IN_PATHS, part));
  return named === undefined ? undefined : CHAINS_IN_PATHS[named];
}
