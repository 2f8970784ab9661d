import * as z from 'zod';

/** Where `{id}` stands, the link has the transaction's id or the address. */
const linkTemplate = z.string().max(300)
  .regex(/^https:\/\/[a-z0-9.-]+\/\S*\{id\}\S*$/, 'expected an https address with {id} in its path, such as https://mempool.space/tx/{id}');

/** Sites on which agents look up transactions and addresses, by the network as understanding names it. */
export const explorersSchema = z.record(
  z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'expected a network in lower case, such as bitcoin'),
  z.strictObject({ transaction: linkTemplate, address: linkTemplate }),
);
export type Explorers = z.infer<typeof explorersSchema>;

const site = (transaction: string, address: string): Explorers[string] => ({ transaction, address });

/** Until supervisors set their own. `ethereum` stands for every EVM chain, and so the site finds the chain by itself. */
export const STANDARD_EXPLORERS: Explorers = {
  'bitcoin': site('https://mempool.space/tx/{id}', 'https://mempool.space/address/{id}'),
  'ethereum': site('https://blockscan.com/tx/{id}', 'https://blockscan.com/address/{id}'),
  'tron': site('https://tronscan.org/#/transaction/{id}', 'https://tronscan.org/#/address/{id}'),
  'solana': site('https://solscan.io/tx/{id}', 'https://solscan.io/account/{id}'),
  'litecoin': site('https://litecoinspace.org/tx/{id}', 'https://litecoinspace.org/address/{id}'),
  'dogecoin': site('https://blockchair.com/dogecoin/transaction/{id}', 'https://blockchair.com/dogecoin/address/{id}'),
  'bitcoin-cash': site('https://blockchair.com/bitcoin-cash/transaction/{id}', 'https://blockchair.com/bitcoin-cash/address/{id}'),
  'xrp': site('https://xrpscan.com/tx/{id}', 'https://xrpscan.com/account/{id}'),
  'stellar': site('https://stellar.expert/explorer/public/tx/{id}', 'https://stellar.expert/explorer/public/account/{id}'),
  'ton': site('https://tonviewer.com/transaction/{id}', 'https://tonviewer.com/{id}'),
  'cardano': site('https://cardanoscan.io/transaction/{id}', 'https://cardanoscan.io/address/{id}'),
  'polkadot': site('https://polkadot.subscan.io/extrinsic/{id}', 'https://polkadot.subscan.io/account/{id}'),
};
