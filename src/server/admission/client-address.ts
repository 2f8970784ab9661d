import { BlockList, isIP, isIPv6 } from 'node:net';
import type { IncomingMessage } from 'node:http';

/** Who may say where a request comes from: so many proxies in front, or proxies by their addresses (`10.0.0.0/8`). */
export type TrustedProxies = number | readonly string[];

/** Where a request comes from. */
export interface Origin {
  /** What is counted together: an IPv4 address, or the /64 of an IPv6 one. Null where nobody can say. */
  readonly address: string | null;
  /** From this machine, and through no proxy: a tool of whoever runs it. */
  readonly isLocal: boolean;
}

export type ReadOrigin = (request: Pick<IncomingMessage, 'headers'> & { readonly socket: { readonly remoteAddress?: string | undefined } }) => Origin;

/**
 * Reads where requests come from. `X-Forwarded-For` is believed as far as trusted proxies wrote it:
 * anybody can send the rest.
 * @param onUnknownProxy called once where a proxy is in front that nobody named.
 */
export function createReadOrigin(trusted: TrustedProxies | undefined, onUnknownProxy: () => void): ReadOrigin {
  const isTrusted = typeof trusted === 'object' ? createIsListed(trusted) : undefined;
  let told = false;
  return ({ headers, socket }) => {
    const peer = plain(socket.remoteAddress ?? '');
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',').map((one) => plain(one.trim())).filter((one) => one !== '');
    const chain = [peer, ...forwarded.reverse()];
    if (trusted === undefined && forwarded.length > 0 && isOwnNetwork(peer)) {
      if (!told) onUnknownProxy();
      told = true;
      return { address: null, isLocal: false };
    }
    const index = isTrusted ? chain.findIndex((one, at) => at === chain.length - 1 || !isTrusted(one)) : Math.min(Number(trusted ?? 0), chain.length - 1);
    const address = chain[index] ?? peer;
    return isIP(address) === 0 ? { address: null, isLocal: false } : { address: network(address), isLocal: isLoopback(address) };
  };
}

/** Whether each is an address or a network such as `10.0.0.0/8`. */
export function isNetworkList(list: readonly string[]): boolean {
  return list.every((one) => {
    const [address = '', bits, ...more] = one.split('/');
    const family = isIP(address);
    return family !== 0 && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32)));
  });
}

function createIsListed(list: readonly string[]): (address: string) => boolean {
  const networks = new BlockList();
  for (const one of list) {
    const [address = '', bits] = one.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    networks.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return (address) => isIP(address) !== 0 && networks.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Networks that no stranger calls from (RFC 1918, 4193, 3927, 6598, loopback). */
const isOwnNetwork = createIsListed(['127.0.0.0/8', '::1', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16', '100.64.0.0/10', 'fc00::/7', 'fe80::/10']);
const isLoopback = createIsListed(['127.0.0.0/8', '::1']);

/** Without the port that some proxies add, and IPv4 as such. */
function plain(address: string): string {
  return address.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/^::ffff:(?=\d+\.)/i, '');
}

/** A household or a phone has a whole /64 of IPv6 to itself. */
function network(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::');
  const groups = (part: string | undefined): string[] => (part === undefined || part === '' ? [] : part.split(':'));
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = tail === undefined ? groups(head) : [...groups(head), ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...groups(tail)];
  return `${all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
