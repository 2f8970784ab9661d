import { afterAll, beforeAll } from '@jest/globals';
import { withCircuitBreaker } from '../../src/adapters/embedders/circuit-breaker.ts';
import { createHashingEmbedder } from '../../src/adapters/embedders/hashing-embedder.ts';
import { createOpenAiEmbedder } from '../../src/adapters/embedders/openai-embedder.ts';
import { startEmbeddingsServer, type EmbeddingsServerFake } from '../fakes/embeddings-server.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { describeEmbedder } from './embedder.contract.ts';

let server: EmbeddingsServerFake;
beforeAll(async () => { server = await startEmbeddingsServer(); });
afterAll(() => server.close());

describeEmbedder('hashing', () => createHashingEmbedder());
describeEmbedder('hashing, of another dimension', () => createHashingEmbedder({ dimension: 384 }));
describeEmbedder('OpenAI-compatible server', () => createOpenAiEmbedder({ baseUrl: server.url, model: 'fake' }));
describeEmbedder('OpenAI-compatible server, with prefixes', () =>
  createOpenAiEmbedder({ baseUrl: server.url, model: 'fake', queryPrefix: 'query: ', passagePrefix: 'passage: ' }));
describeEmbedder('behind a circuit breaker', () => withCircuitBreaker(createHashingEmbedder(), { clock: createManualClock() }));
