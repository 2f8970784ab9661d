import type { Checksum } from '../../../domain/entities.ts';
import { checkBase58, decodeBase58 } from '../addresses/base58.ts';
import { checkBech32, checkSegwit } from '../addresses/bech32.ts';
import { checkCashAddress } from '../addresses/cash-address.ts';
import { checkAlgorandAddress, checkByronAddress, checkMoneroAddress, checkSs58, checkStellarAddress, checkTonAddress } from '../addresses/coded-addresses.ts';
import { checkEvmAddress } from '../addresses/evm-address.ts';

/** A form of address: what it looks like, and what its checksum says. */
export interface AddressFormat {
  readonly network: string;
  /** Tested against the whole string. Wide enough for a letter mistyped: `check` decides. */
  readonly shape: RegExp;
  /** Undefined where it is another network's after all. */
  readonly check: (address: string) => Checksum | undefined;
  /** Ordinary strings have the shape too: a wrong checksum then means that it is no address rather than a mistyped one. */
  readonly onlyValid?: true;
  /** The same address in lower case is the same address. */
  readonly isCaseless?: true;
}

/** Networks that write accounts as bech32 behind a prefix of their own. */
const BECH32_PREFIXES: Readonly<Record<string, string>> = {
  cosmos: 'cosmos', osmo: 'osmosis', inj: 'injective', sei: 'sei', celestia: 'celestia', juno: 'juno', axelar: 'axelar', thor: 'thorchain', terra: 'terra', kava: 'kava',
  akash: 'akash', dydx: 'dydx', secret: 'secret', stars: 'stargaze', noble: 'noble', neutron: 'neutron', dym: 'dymension', band: 'band', bnb: 'bnb', cro: 'cronos', one: 'harmony', erd: 'multiversx', zil: 'zilliqa',
};

const base58 = (network: string, shape: RegExp, ...versions: (readonly number[])[]): AddressFormat => ({ network, shape, check: (address) => checkBase58({ address, versions }) });

/** In this order; the first whose checksum is right wins over all others. */
export const ADDRESS_FORMATS: readonly AddressFormat[] = [
  { network: 'ethereum', shape: /^0x[\da-f]{40}$/i, check: checkEvmAddress, isCaseless: true },
  // A digit lost or doubled in copying.
  { network: 'ethereum', shape: /^0x(?:[\da-f]{39}|[\da-f]{41})$/i, check: () => 'invalid', isCaseless: true },
  { network: 'bitcoin', shape: /^(?:bc|tb)1[a-z\d]{23,87}$/i, check: checkSegwit, isCaseless: true },
  { network: 'litecoin', shape: /^ltc1[a-z\d]{23,87}$/i, check: checkSegwit, isCaseless: true },
  { network: 'cardano', shape: /^(?:addr|addr_test|stake)1[a-z\d]{50,110}$/i, check: (address) => checkBech32(address, [29, 57]), isCaseless: true },
  ...Object.entries(BECH32_PREFIXES).map(([prefix, network]): AddressFormat => ({
    network, shape: new RegExp(`^${prefix}1[a-z\\d]{36,62}$`, 'i'), check: (address) => checkBech32(address, [20, 32]), isCaseless: true,
  })),
  { network: 'bitcoin-cash', shape: /^bitcoincash:[qp][a-z\d]{41}$/i, check: checkCashAddress, isCaseless: true },
  { network: 'bitcoin-cash', shape: /^[qp][a-z\d]{41}$/, check: checkCashAddress, isCaseless: true, onlyValid: true },
  base58('tron', /^T[A-Za-z\d]{33}$/, [0x41]),
  base58('bitcoin', /^[13][A-Za-z\d]{25,34}$/, [0x00], [0x05]),
  base58('litecoin', /^[LM3][A-Za-z\d]{25,33}$/, [0x30], [0x32], [0x05]),
  base58('dogecoin', /^[DA9][A-Za-z\d]{33}$/, [0x1e], [0x16]),
  base58('dash', /^[X7][A-Za-z\d]{33}$/, [0x4c], [0x10]),
  base58('zcash', /^t[13][A-Za-z\d]{33}$/, [0x1c, 0xb8], [0x1c, 0xbd]),
  base58('tezos', /^(?:tz[1-4]|KT1)[A-Za-z\d]{33}$/, [6, 161, 159], [6, 161, 161], [6, 161, 164], [6, 161, 166], [2, 90, 121]),
  { network: 'xrp', shape: /^r[A-Za-z\d]{24,34}$/, check: (address) => checkBase58({ address, versions: [[0x00]], alphabet: 'ripple' }) },
  // X-address: account, flag and destination tag. XLS-5.
  { network: 'xrp', shape: /^[XT][A-Za-z\d]{46}$/, check: (address) => checkBase58({ address, versions: [[0x05, 0x44], [0x04, 0x93]], payload: 29, alphabet: 'ripple' }) },
  { network: 'stellar', shape: /^(?:[GC][A-Z2-7]{55}|M[A-Z2-7]{68})$/, check: checkStellarAddress },
  { network: 'ton', shape: /^(?:[EUk0]Q|[EU]f|[k0]f)[\w+/-]{46}$/, check: checkTonAddress },
  { network: 'ton', shape: /^(?:0|-1):[\da-f]{64}$/i, check: () => 'none', isCaseless: true },
  { network: 'cardano', shape: /^(?:Ae2|DdzFF|37bt)[A-Za-z\d]{50,115}$/, check: checkByronAddress },
  { network: 'monero', shape: /^[48][A-Za-z\d]{94}(?:[A-Za-z\d]{11})?$/, check: checkMoneroAddress },
  { network: 'algorand', shape: /^[A-Z2-7]{58}$/, check: checkAlgorandAddress },
  { network: 'polkadot', shape: /^1[A-Za-z\d]{45,47}$/, check: (address) => checkSs58(address, [0]) },
  { network: 'kusama', shape: /^[C-J][A-Za-z\d]{46}$/, check: (address) => checkSs58(address, [2]) },
  { network: 'polkadot', shape: /^5[A-Za-z\d]{46,47}$/, check: (address) => checkSs58(address, [42]) },
  { network: 'solana', shape: /^[1-9A-HJ-NP-Za-km-z]{32,44}$/, check: (address) => (decodeBase58(address)?.length === 32 ? 'none' : undefined) },
];
