import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import { ChatOpenAICompletions, convertMessagesToCompletionsMessageParams } from '@langchain/openai';
import type { AskModel, ModelCall } from './ask-model.ts';
import { describeShape, describeShapeInWords, type JsonSchema } from './answer-shape.ts';
import type { LanguageModelSettings } from './model-settings.ts';
import { describeFailure, isShapeRefused, optionRefused } from './openai-failure.ts';
import { readChunks } from './read-openai-chunks.ts';

type StreamedRequest = Extract<Parameters<ChatOpenAICompletions['completionWithRetry']>[0], { stream: true }>;

/** Parts of a request that some servers do not know and that an answer does not depend on. */
const OPTIONS = ['stream_options', 'temperature', 'max_tokens'] as const;
type RequestOption = (typeof OPTIONS)[number];

/** What a server was found not to take, so that it is asked only once. */
interface Learned {
  readonly options: Set<RequestOption>;
  /** Schemas that must be asked for in words: strict mode may refuse one and take another. */
  readonly shapes: WeakSet<object>;
}

/**
 * A model behind `POST /chat/completions`. Always streamed, also for whole answers: only so can one
 * that stalls be told from one that is long, and only so does a fenced JSON reach us as text.
 *
 * `completionWithRetry` is langchain's door beneath `stream` and `invoke`, which would give everything
 * to LangSmith where some LANGSMITH_TRACING is set, and drop refusals. `ChatOpenAI` itself would send
 * names that end in `-pro` to `/responses`.
 */
export function createAskModel(settings: LanguageModelSettings): AskModel {
  const learned: Learned = { options: new Set(), shapes: new WeakSet() };
  return async function* (call) {
    const shape = call.schema && describeShape(call.schema);
    try {
      yield* readChunks(await request(settings, call, shape, learned));
    } catch (error) {
      throw describeFailure(error, settings);
    }
  };
}

/** Asks again without what the server refuses: at most once for each option and once for the shape. */
async function request(settings: LanguageModelSettings, call: ModelCall, shape: JsonSchema | undefined, learned: Learned): Promise<AsyncIterable<unknown>> {
  const client = createClient(settings, call.maxTokens);
  let inWords = call.schema !== undefined && learned.shapes.has(call.schema);
  for (;;) {
    try {
      const chunks = await client.completionWithRetry(writeRequest(client, call, { shape, inWords, without: learned.options }), { signal: call.signal });
      if (inWords) learned.shapes.add(call.schema!); // not before: something else may have been refused
      return chunks;
    } catch (error) {
      const option = optionRefused(error, OPTIONS);
      if (option && !learned.options.has(option)) learned.options.add(option);
      else if (shape && !inWords && isShapeRefused(error)) inWords = true;
      else throw error;
    }
  }
}

/** One a request, as it keeps the number of tokens; it costs 0.05 ms and shares its connections with the others. */
function createClient({ baseUrl, model, apiKey }: LanguageModelSettings, maxTokens: number): ChatOpenAICompletions {
  // The client adds headers of its own and those of OPENAI_CUSTOM_HEADERS: only these leave.
  const headers = { accept: 'text/event-stream', 'content-type': 'application/json', ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }) };
  return new ChatOpenAICompletions({
    model,
    maxTokens,
    temperature: 0,
    maxRetries: 0,
    apiKey: 'sent by the headers above',
    configuration: {
      baseURL: baseUrl,
      logLevel: 'off', // or OPENAI_LOG could print the texts
      // Text of a contact goes to the server of the settings and to no other.
      fetch: (url, init) => fetch(url, { ...init, headers, redirect: 'manual' }),
    },
  });
}

interface Wording {
  readonly shape: JsonSchema | undefined;
  readonly inWords: boolean;
  readonly without: ReadonlySet<RequestOption>;
}

function writeRequest(client: ChatOpenAICompletions, call: ModelCall, { shape, inWords, without }: Wording): StreamedRequest {
  const system = shape && inWords ? `${call.system}\n\n${describeShapeInWords(shape)}` : call.system;
  const params: Record<string, unknown> = {
    ...client.invocationParams({}, { streaming: true }),
    messages: convertMessagesToCompletionsMessageParams({ messages: [new SystemMessage(system), new HumanMessage(call.user)], model: client.model }),
    stream: true,
    ...(shape && !inWords && { response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: shape } } }),
  };
  // The other name for the limit is langchain's for models that reason, which take no temperature.
  if (params.max_completion_tokens !== undefined) delete params.temperature;
  // Newer models of OpenAI's than it knows take the limit by that name only.
  if (without.has('max_tokens')) params.max_completion_tokens = call.maxTokens;
  for (const option of without) delete params[option];
  return params as unknown as StreamedRequest;
}
