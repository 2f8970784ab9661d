/** A network as exchanges list it, and the ways in which contacts write it. */
export interface NetworkRow {
  /** The entity's value: the name by which deposit screens know it. */
  readonly value: string;
  /** The `network` of addresses and transactions on it; `ethereum` stands for every EVM chain. */
  readonly chain: string;
  /** `*` lets the word go on. "<coin> network" needs no row: `find-networks.ts` puts it together. */
  readonly names: readonly string[];
  /** Names that are words of a language too: they count beside a word for "network" or with a capital letter. */
  readonly wordNames?: readonly string[];
  /** Coins whose name beside a word for "network" means this one. */
  readonly coins?: readonly string[];
}

export const NETWORKS: readonly NetworkRow[] = [
  { value: 'TRC20', chain: 'tron', names: ['trc20', 'trc 20', 'trc', 'tcr20', 'trc20usdt', '波场链', '波場鏈', '波场网络', '波場網絡'], coins: ['TRX'] },
  { value: 'ERC20', chain: 'ethereum', names: ['erc20', 'erc 20', 'erc', 'ecr20', '以太链', '以太鏈', '以太坊链', '以太坊鏈', 'eth mainnet', 'ethereum mainnet'], coins: ['ETH'] },
  { value: 'BEP20', chain: 'ethereum', names: ['bep20', 'bep 20', 'bsc', 'bnb smart chain', 'binance smart chain', 'bnb chain', 'bsc bep20', '币安智能链', '幣安智能鏈', '币安链', 'バイナンススマートチェーン', '바이낸스 스마트 체인*'], coins: ['BNB'] },
  { value: 'BEP2', chain: 'bnb', names: ['bep2', 'bep 2', 'bnb beacon chain', 'binance chain'] },
  { value: 'Bitcoin', chain: 'bitcoin', names: ['btc mainnet', 'bitcoin mainnet', '比特币链', '比特幣鏈', 'segwit', 'bech32', 'taproot'], coins: ['BTC'] },
  { value: 'Lightning', chain: 'lightning', names: ['lightning network', 'btc lightning', 'bitcoin lightning', 'lightning btc', '闪电网络', '閃電網絡', '閃電網路', 'ライトニングネットワーク', '라이트닝 네트워크*', 'лайтнинг*'], wordNames: ['lightning'] },
  { value: 'Solana', chain: 'solana', names: ['spl', 'spl token', 'solana mainnet'], coins: ['SOL'] },
  { value: 'Polygon', chain: 'ethereum', names: ['polygon pos', 'polygon zkevm', 'polygon matic', 'ポリゴン', '폴리곤*', 'полигон*', 'بوليغون', 'पॉलीगॉन'], wordNames: ['polygon'], coins: ['POL'] },
  { value: 'Arbitrum', chain: 'ethereum', names: ['arbitrum*', 'arbitrum one', 'アービトラム', '아비트럼*', 'арбитрум*'], coins: ['ARB'] },
  { value: 'Optimism', chain: 'ethereum', names: ['op mainnet', 'optimism mainnet', '옵티미즘*'], wordNames: ['optimism'], coins: ['OP'] },
  { value: 'Base', chain: 'ethereum', names: ['base mainnet', 'base chain', 'coinbase base'], wordNames: ['base'] },
  { value: 'Avalanche C-Chain', chain: 'ethereum', names: ['c chain', 'avalanche c chain', 'avax c chain', 'avaxc', 'avax c', 'cchain'], coins: ['AVAX'] },
  { value: 'Avalanche X-Chain', chain: 'avalanche', names: ['x chain', 'avalanche x chain', 'avax x chain', 'avax x', 'xchain'] },
  { value: 'TON', chain: 'ton', names: ['the open network', 'ton mainnet', 'ton blockchain', 'jetton', 'ton network', 'ton chain'], coins: ['TON'] },
  { value: 'XRP Ledger', chain: 'xrp', names: ['xrpl', 'xrp ledger', 'ripple ledger'], coins: ['XRP'] },
  { value: 'Stellar', chain: 'stellar', names: ['stellar network', 'stellar lumens network'], coins: ['XLM'] },
  { value: 'Cardano', chain: 'cardano', names: ['cardano mainnet'], coins: ['ADA'] },
  { value: 'Polkadot', chain: 'polkadot', names: ['polkadot asset hub', 'asset hub', 'statemint'], coins: ['DOT'] },
  { value: 'Kusama', chain: 'kusama', names: ['kusama relay'], coins: ['KSM'] },
  { value: 'Cosmos', chain: 'cosmos', names: ['cosmoshub', 'cosmos ecosystem', 'ibc transfer'], coins: ['ATOM'] },
  { value: 'Litecoin', chain: 'litecoin', names: ['ltc mainnet', 'mweb'], coins: ['LTC'] },
  { value: 'Dogecoin', chain: 'dogecoin', names: ['doge mainnet'], coins: ['DOGE'] },
  { value: 'Bitcoin Cash', chain: 'bitcoin-cash', names: ['bch mainnet'], coins: ['BCH'] },
  { value: 'Dash', chain: 'dash', names: ['dash mainnet'], coins: ['DASH'] },
  { value: 'Monero', chain: 'monero', names: ['monero mainnet'], coins: ['XMR'] },
  { value: 'Ethereum Classic', chain: 'ethereum', names: ['etc mainnet'], coins: ['ETC'] },
  { value: 'NEAR', chain: 'near', names: ['nep141', 'near mainnet'], coins: ['NEAR'] },
  { value: 'Aptos', chain: 'aptos', names: ['aptos mainnet'], coins: ['APT'] },
  { value: 'Sui', chain: 'sui', names: ['sui mainnet'], coins: ['SUI'] },
  { value: 'Algorand', chain: 'algorand', names: ['algorand asa'], coins: ['ALGO'] },
  { value: 'Tezos', chain: 'tezos', names: ['tezos mainnet'], coins: ['XTZ'] },
  { value: 'Zcash', chain: 'zcash', names: ['zcash mainnet'], coins: ['ZEC'] },
  { value: 'Hedera', chain: 'hedera', names: ['hedera mainnet', 'hashgraph'], coins: ['HBAR'] },
  { value: 'Filecoin', chain: 'filecoin', names: ['filecoin mainnet', 'fevm'], coins: ['FIL'] },
  { value: 'Kaspa', chain: 'kaspa', names: ['krc20', 'krc 20'], coins: ['KAS'] },
  { value: 'zkSync', chain: 'ethereum', names: ['zksync', 'zk sync', 'zksync era', 'zksync lite'] },
  { value: 'Linea', chain: 'ethereum', names: ['linea mainnet'] },
  { value: 'opBNB', chain: 'ethereum', names: ['opbnb', 'op bnb'] },
  { value: 'Fantom', chain: 'ethereum', names: ['fantom opera'], coins: ['FTM'] },
  { value: 'Cronos', chain: 'ethereum', names: ['cronos mainnet'], coins: ['CRO'] },
  { value: 'Celo', chain: 'ethereum', names: ['celo mainnet'], wordNames: ['celo'] },
  { value: 'Injective', chain: 'cosmos', names: ['injective mainnet'], coins: ['INJ'] },
  { value: 'Sei', chain: 'cosmos', names: ['sei mainnet'], coins: ['SEI'] },
];
