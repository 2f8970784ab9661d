import { createLocalDoorbell } from '../../src/adapters/system/doorbell.ts';
import { describeDoorbell } from './doorbell.contract.ts';

describeDoorbell('within one process', () => {
  const bell = createLocalDoorbell();
  return Promise.resolve({ here: bell, there: bell, settle: () => Promise.resolve(), close: () => Promise.resolve() });
});
