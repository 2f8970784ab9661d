import { TOP_LEVEL_DOMAINS } from '../../entities/tables/top-level-domains.ts';
import { foldText } from './fold-text.ts';

/** Letters of any script: an imitation is an address too. */
const HOST = /[\p{L}\p{N}][\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]+/u;
/** "(.)", "·." and "(dot)". */
const DISGUISED_DOT = /[({<"']+(?:\.|dot)[)}>"']+/g;
/** "site,com" and "site/com". */
const OTHER_DOT = /(?<=[\p{L}\p{N}])[,;|/](?=(?:com|net|org|io|xyz|ru|cn)(?!\p{L}))/gu;
const IDEOGRAPHIC_DOT = /(?<=[a-z0-9])[。｡](?=[a-z]{2,})/;

/** The web address, e-mail address or handle that a word is; undefined where it is none. In one form, without scheme. */
export function findAddress(word: string): string | undefined {
  const folded = lower(word).replace(DISGUISED_DOT, '.').replace(OTHER_DOT, '.');
  if (/[@＠]/.test(folded)) return normaliseAddress(folded);
  if (/:\/\/|^www\.|^(?:https?|hxxps?|ftp|tel|javascript|data|tg|whatsapp):/.test(folded)) return normaliseAddress(folded);
  if (HOST.test(folded)) return normaliseAddress(folded);
  const [, ending] = IDEOGRAPHIC_DOT.test(folded) ? folded.split(/[。｡]/) : [];
  return ending !== undefined && TOP_LEVEL_DOMAINS.has(/^[a-z]+/.exec(ending)?.[0] ?? '') ? normaliseAddress(folded) : undefined;
}

/** Lower case, without scheme, `www.` and the slash at the end. */
export function normaliseAddress(address: string): string {
  return lower(address).replace(/^mailto:/, '').replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/[.,;:!?)'"]+$/, '').replace(/\/$/, '');
}

/** As `foldText`, but an underscore is part of an address. */
function lower(word: string): string {
  return word.includes('_') ? word.split('_').map(foldText).join('_') : foldText(word);
}
