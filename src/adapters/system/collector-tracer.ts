import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanStatusCode, trace as traceApi, type Context, type Span } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace';
import { AppError } from '../../domain/errors.ts';
import type { Logger, Tracer } from '../../ports.ts';
import type { TraceSettings } from './tracer.ts';

/** What a collector has not taken by then, repeats included, is given up. */
const SEND_LIMIT_MS = 2_000;
/** And so it does not hold up the end of a process. */
const CLOSE_LIMIT_MS = 3_000;

/** Spans in batches to an OpenTelemetry collector. What is under way is kept in the asynchronous context, nothing is global. */
export function createCollectorTracer(settings: TraceSettings, { logger, version }: { logger: Logger; version: string }): Tracer {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': settings.serviceName, 'service.version': version, 'service.instance.id': `${process.pid}` }),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(settings.ratio) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: tellFailures(new OTLPTraceExporter({ url: `${settings.endpoint}/v1/traces`, headers: { ...settings.headers }, timeoutMillis: SEND_LIMIT_MS }), logger) })],
  });
  const tracer = provider.getTracer('vigil', version);
  const current = new AsyncLocalStorage<Context>();
  const here = (): Context => current.getStore() ?? ROOT_CONTEXT;
  return {
    async trace(name, attributes, work) {
      const span = tracer.startSpan(name, { attributes }, here());
      try {
        return await current.run(traceApi.setSpan(here(), span), () => work((more) => { span.setAttributes(more); }));
      } catch (error) {
        markFailed(span, error);
        throw error;
      } finally {
        span.end();
      }
    },
    begin(name, attributes) {
      const span = tracer.startSpan(name, { attributes }, here());
      return (failure) => {
        if (failure !== undefined) markFailed(span, failure);
        span.end();
      };
    },
    async close() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => { timer = setTimeout(resolve, CLOSE_LIMIT_MS); });
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
    },
  };
}

/** The kind of error and not its words, which may repeat a text. */
function markFailed(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', error instanceof AppError ? error.code : error instanceof Error ? error.constructor.name : typeof error);
}

/** Says once that the collector cannot be reached, and once that it can again. */
function tellFailures(exporter: SpanExporter, logger: Logger): SpanExporter {
  let failing = false;
  return {
    export(spans, tell) {
      exporter.export(spans, (result) => {
        const failed = Number(result.code) !== 0;
        if (failed && !failing) logger.warn('traces cannot be sent, those of the meantime are lost', { reason: result.error?.message ?? 'refused' });
        if (!failed && failing) logger.info('traces are sent again');
        failing = failed;
        tell(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}
