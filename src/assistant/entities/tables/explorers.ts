/** Sites that show transactions and addresses, by domain, and the chain that they show. */
export const EXPLORERS: Readonly<Record<string, string>> = {
  'etherscan.io': 'ethereum', 'bscscan.com': 'ethereum', 'polygonscan.com': 'ethereum', 'arbiscan.io': 'ethereum', 'basescan.org': 'ethereum', 'snowtrace.io': 'ethereum', 'snowscan.xyz': 'ethereum',
  'ftmscan.com': 'ethereum', 'lineascan.build': 'ethereum', 'ethplorer.io': 'ethereum', 'blockscout.com': 'ethereum', 'cronoscan.com': 'ethereum', 'debank.com': 'ethereum',
  'tronscan.org': 'tron', 'tronscan.io': 'tron', 'trongrid.io': 'tron',
  'solscan.io': 'solana', 'explorer.solana.com': 'solana', 'solana.fm': 'solana', 'solanabeach.io': 'solana', 'xray.helius.xyz': 'solana',
  'mempool.space': 'bitcoin', 'blockstream.info': 'bitcoin', 'blockchain.com': 'bitcoin', 'blockchain.info': 'bitcoin', 'btc.com': 'bitcoin', 'btcscan.org': 'bitcoin', 'live.blockcypher.com': 'bitcoin',
  'xrpscan.com': 'xrp', 'bithomp.com': 'xrp', 'livenet.xrpl.org': 'xrp',
  'stellar.expert': 'stellar', 'stellarchain.io': 'stellar', 'tonscan.org': 'ton', 'tonviewer.com': 'ton', 'cardanoscan.io': 'cardano', 'cexplorer.io': 'cardano', 'adastat.net': 'cardano',
  'subscan.io': 'polkadot', 'mintscan.io': 'cosmos', 'suiscan.xyz': 'sui', 'suivision.xyz': 'sui', 'aptoscan.com': 'aptos', 'explorer.aptoslabs.com': 'aptos', 'nearblocks.io': 'near',
  'litecoinspace.org': 'litecoin', 'dogechain.info': 'dogecoin', 'xmrchain.net': 'monero', 'tzkt.io': 'tezos', 'allo.info': 'algorand', 'algoexplorer.io': 'algorand',
  // These show many chains and say which in the path, or not at all.
  'blockchair.com': '', 'oklink.com': '', 'tokenview.io': '', 'blockcypher.com': '', 'arkhamintelligence.com': '',
};

/** Names of chains in the paths of explorers that show many. */
export const CHAINS_IN_PATHS: Readonly<Record<string, string>> = {
  bitcoin: 'bitcoin', btc: 'bitcoin', ethereum: 'ethereum', eth: 'ethereum', bsc: 'ethereum', polygon: 'ethereum', arbitrum: 'ethereum', 'arbitrum-one': 'ethereum', optimism: 'ethereum', base: 'ethereum',
  tron: 'tron', trx: 'tron', solana: 'solana', sol: 'solana', litecoin: 'litecoin', ltc: 'litecoin', dogecoin: 'dogecoin', doge: 'dogecoin', 'bitcoin-cash': 'bitcoin-cash', bch: 'bitcoin-cash',
  dash: 'dash', zcash: 'zcash', cardano: 'cardano', ada: 'cardano', stellar: 'stellar', ripple: 'xrp', xrp: 'xrp', monero: 'monero', xmr: 'monero', ton: 'ton', polkadot: 'polkadot', kusama: 'kusama',
};
