import { createHashingEmbedder } from '../../src/adapters/embedders/hashing-embedder.ts';
import { describeEmbedder } from './embedder.contract.ts';

describeEmbedder('hashing', () => createHashingEmbedder());
describeEmbedder('hashing, of another dimension', () => createHashingEmbedder({ dimension: 384 }));
