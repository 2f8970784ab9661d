/** `npm run simulate -- --histories N --seed S`: plays histories of the core under faults and crashes from a seed on, until one breaks a rule. */
import { parseArgs } from 'node:util';
import { describeFailure, findFailure } from '../test/simulation/find-failure.ts';

/** Between two signs of life. */
const PIECE = 10_000;

const { values } = parseArgs({ options: { histories: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } } });
const [histories, first] = [Number(values.histories), Number(values.seed)];
if (!Number.isSafeInteger(histories) || histories < 1 || !Number.isSafeInteger(first) || first < 0) {
  console.error('simulate: --histories and --seed: expected whole numbers; for example --histories 100000 --seed 1');
  process.exit(2);
}
for (let seed = first; seed < first + histories; seed += PIECE) {
  const count = Math.min(PIECE, first + histories - seed);
  const failure = await findFailure({ seed, histories: count });
  if (failure) {
    console.error(describeFailure(failure));
    process.exit(1);
  }
  console.log(`seeds ${seed} to ${seed + count - 1}: every rule held`);
}
