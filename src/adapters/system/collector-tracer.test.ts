import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRecordingLogger } from '../../../test/fakes/recording-logger.ts';
import { AppError } from '../../domain/errors.ts';
import { openTracer, silentTracer } from './tracer.ts';

interface SentSpan { readonly name: string; readonly spanId: string; readonly parentSpanId?: string; readonly traceId: string; readonly attributes: { key: string; value: { stringValue?: string } }[] }

describe('traces', () => {
  let collector: Server;
  let spans: SentSpan[];
  let keys: unknown[];
  let refuses: boolean;
  beforeEach(async () => {
    [spans, keys, refuses] = [[], [], false];
    collector = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => { body += chunk; }).on('end', () => {
        keys.push(`${request.url ?? ''} ${String(request.headers['x-api-key'])}`);
        const sent = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: SentSpan[] }[] }[] };
        spans.push(...sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
        response.writeHead(refuses ? 400 : 200).end('{}');
      });
    });
    await new Promise<void>((resolve) => { collector.listen(0, '127.0.0.1', resolve); });
  });
  afterEach(() => new Promise((resolve) => { collector.close(resolve); }));

  const logger = createRecordingLogger();
  const open = (ratio = 1) =>
    openTracer({ endpoint: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`, headers: { 'x-api-key': 'key' }, serviceName: 'vigil', ratio }, { logger, version: '1.0.0' });
  const attribute = (span: SentSpan | undefined, key: string): string | undefined => span?.attributes.find((one) => one.key === key)?.value.stringValue;

  it('says what was done as a part of what, with the conversation and never the words of an error', async () => {
    const tracer = await open();
    const failing = tracer.trace('turn', { 'vigil.conversation.id': 'c1' }, async (add) => {
      await Promise.resolve();
      const end = tracer.begin('model stream', {});
      await tracer.trace('append', {}, () => Promise.resolve());
      add({ 'vigil.later': 'known' });
      end();
      throw new AppError('conflict', 'my seed phrase is legal winner');
    });
    await expect(failing).rejects.toThrow('legal winner');
    await tracer.close();
    const [turn, append, model] = ['turn', 'append', 'model stream'].map((name) => spans.find((span) => span.name === name));
    expect(append?.parentSpanId).toBe(turn?.spanId);
    expect(model?.parentSpanId).toBe(turn?.spanId);
    expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
    expect([attribute(turn, 'vigil.conversation.id'), attribute(turn, 'vigil.later'), attribute(turn, 'error.type')]).toEqual(['c1', 'known', 'conflict']);
    expect(JSON.stringify(spans)).not.toContain('winner');
    expect(keys).toEqual(['/v1/traces key']);
  });

  it('sends none of them where the part is nought, and says that the collector refuses them', async () => {
    const none = await open(0);
    await none.trace('turn', {}, () => Promise.resolve());
    await none.close();
    expect(spans).toEqual([]);
    refuses = true;
    const refused = await open();
    expect(await refused.trace('turn', {}, () => Promise.resolve('answer'))).toBe('answer');
    await refused.close();
    expect(logger.lines.filter((line) => line.startsWith('warn traces cannot be sent'))).toHaveLength(1);
  });

  it('is nothing where nobody collects', async () => {
    const tracer = await openTracer(undefined, { logger, version: '1' });
    expect(tracer).toBe(silentTracer);
    expect(await tracer.trace('turn', {}, () => Promise.resolve(1))).toBe(1);
    tracer.begin('x', {})();
    await tracer.close();
  });
});
