import type { LanguageModel, ModelRequest, SpanAttributes, Tracer } from '../../ports.ts';

/** The same model, its requests told to whoever collects traces: which prompt for which conversation, and none of the words. */
export function traceModel(model: LanguageModel, tracer: Tracer): LanguageModel {
  const describe = (request: ModelRequest): SpanAttributes => ({ 'gen_ai.request.model': model.id, 'vigil.prompt': request.prompt, 'vigil.conversation.id': request.chargeTo });
  return {
    id: model.id,
    status: model.status,
    write: (request) => tracer.trace('model write', describe(request), () => model.write(request)),
    judge: (request, schema) => tracer.trace('model judge', describe(request), () => model.judge(request, schema)),
    async *stream(request) {
      const end = tracer.begin('model stream', describe(request));
      let failure: unknown;
      try {
        yield* model.stream(request);
      } catch (error) {
        failure = error;
        throw error;
      } finally {
        end(failure);
      }
    },
  };
}
