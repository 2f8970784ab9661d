import { MAX_FINDINGS, RANKS, type Finding } from './finding.ts';

const LONGEST_NAME = 64;
const NAME_CHARACTER = /[A-Za-z0-9._%+'-]/;
/** Bounded as RFC 1035 bounds it, and only tried behind an "@". */
const HOST = /(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,5}[A-Za-z]{2,24}(?![A-Za-z0-9-])/y;

/** E-mail addresses. Looks outwards from each "@", so the work is bounded by their number. */
export function findEmails(text: string): Finding[] {
  const found: Finding[] = [];
  for (let at = text.indexOf('@'); at !== -1 && found.length < MAX_FINDINGS; at = text.indexOf('@', at + 1)) {
    const start = startOfName(text, at);
    HOST.lastIndex = at + 1;
    const host = HOST.exec(text)?.[0];
    if (host === undefined || start === at) continue;
    const end = at + 1 + host.length;
    found.push({ kind: 'email', start, end, value: text.slice(start, end).toLowerCase(), confidence: 0.98, rank: RANKS.email });
  }
  return found;
}

function startOfName(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_NAME && NAME_CHARACTER.test(text.charAt(start - 1))) start -= 1;
  while (start < at && /[.'%+-]/.test(text.charAt(start))) start += 1;
  return start;
}
