import type { Logger, Tracer } from '../../ports.ts';

export interface TraceSettings {
  /** Address of an OpenTelemetry collector that takes OTLP over HTTP, without `/v1/traces`. */
  readonly endpoint: string;
  /** What it asks of those who send, as a key. Secret. */
  readonly headers: Readonly<Record<string, string>>;
  /** As whom this process is listed. */
  readonly serviceName: string;
  /** The part of all traces that is sent, 0 to 1. */
  readonly ratio: number;
}

/** Where nobody collects. */
export const silentTracer: Tracer = {
  trace: (_name, _attributes, work) => work(() => undefined),
  begin: () => () => undefined,
  close: () => Promise.resolve(),
};

/** OpenTelemetry is loaded only where it is configured. */
export async function openTracer(settings: TraceSettings | undefined, { logger, version }: { logger: Logger; version: string }): Promise<Tracer> {
  if (!settings) return silentTracer;
  const { createCollectorTracer } = await import('./collector-tracer.ts');
  logger.info('traces are sent to a collector', { url: settings.endpoint, ratio: settings.ratio });
  return createCollectorTracer(settings, { logger, version });
}
