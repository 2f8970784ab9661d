import { findAddress, normaliseAddress } from '../text/find-address.ts';
import { foldText } from '../text/fold-text.ts';
import { DOT_WORDS, SPOKEN_ENDINGS } from '../tables/spoken-addresses.ts';
import { isGiven, type Grounds, type Rule } from './rule.ts';

/**
 * Links, hosts, e-mail addresses and handles: only those of the exchange, and pages only where a
 * passage or a setting has exactly this one. What an article merely writes out is not enough, so that
 * a stranger's text in an article leads nowhere.
 */
export function watchAddresses(grounds: Grounds): Rule {
  const { sources } = grounds;
  const hostOf = (address: string): string => address.split(/[/?#:]/, 1)[0] ?? '';

  const isOwn = (address: string): boolean => sources.houseAddresses.has(address)
    || (sources.houseHosts.has(hostOf(address)) && isGiven(grounds, ({ addresses }) => addresses.has(address)));

  function mayLink(target: string): boolean {
    if (/^\/(?![/\\])/.test(target)) return isGiven(grounds, ({ targets }) => targets.has(target));
    if (!/^(?:https:\/\/|mailto:)/.test(target) || /[^\x21-\x7E]/.test(target)) return false;
    const given = (): boolean => isGiven(grounds, ({ targets }) => targets.has(target));
    if (target.startsWith('mailto:')) return sources.houseAddresses.has(normaliseAddress(target));
    return sources.houseAddresses.has(normaliseAddress(target)) || (sources.houseHosts.has(normaliseAddress(new URL(target).host)) && given());
  }

  const spoken = watchSpokenAddresses();

  return {
    see(atom) {
      if (atom.kind === 'link') return URL.canParse(atom.target, 'https://x.invalid') && mayLink(atom.target) ? 'pass' : 'link';
      if (spoken.see(atom) === 'link') return 'link';
      if (atom.kind !== 'word' && atom.kind !== 'number') return 'pass';
      const address = findAddress(atom.raw);
      return address === undefined || isOwn(address) ? 'pass' : 'link';
    },
    end: () => 'pass',
  };
}

/** "site dot com", "site . com", "site[.]com", "site.⏎com". */
export function watchSpokenAddresses(): Rule {
  let afterDot = false;
  return {
    see({ kind, raw }) {
      if (kind === 'space' || kind === 'citation') return 'pass';
      const folded = foldText(raw);
      const ends = afterDot && SPOKEN_ENDINGS.has(folded) && raw === raw.toLowerCase();
      if (/^[.。．·]$/.test(raw) || DOT_WORDS.has(folded)) afterDot = true;
      else if (kind !== 'mark') afterDot = false;
      return ends ? 'link' : 'pass';
    },
    end: () => 'pass',
  };
}
