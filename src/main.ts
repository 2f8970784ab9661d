import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLanguageModel } from './adapters/llm/open-language-model.ts';
import { traceModel } from './adapters/llm/trace-model.ts';
import { systemClock } from './adapters/system/clock.ts';
import { createLogger } from './adapters/system/logger.ts';
import { openTracer } from './adapters/system/tracer.ts';
import { createApp, type App } from './app.ts';
import type { LanguageModelParts } from './assistant/language-skills.ts';
import { readConfig, type Config } from './config.ts';
import { AppError } from './domain/errors.ts';
import { KnowledgeError } from './knowledge/problem.ts';
import { openKnowledgeSource } from './open-knowledge.ts';
import { openStorage } from './open-storage.ts';
import type { Logger, Tracer } from './ports.ts';
import { PromptError } from './prompts/prompt-error.ts';
import { readPrompts } from './prompts/read-prompts.ts';
import { readPhrases } from './read-phrases.ts';
import { redactSecrets } from './secrets/redact-secrets.ts';

/** The process: reads the configuration, serves, and ends cleanly on a signal. */
const root = fileURLToPath(new URL('..', import.meta.url));

async function serve(): Promise<void> {
  const config = readConfig(process.env, root);
  const logger = createLogger(config.logLevel, (text) => redactSecrets(text).text);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  if (new URL(config.publicUrl).pathname !== '/') logger.warn('PUBLIC_URL has a path: only the widget and the API work under one; the desk, the editor and the help pages need a host of their own', { url: config.publicUrl });
  const tracer = await openTracer(config.traces, { logger, version });
  const { storage, doorbell, clock } = await openStorage(config, { clock: systemClock, logger, serves: true });
  const knowledge = await openKnowledgeSource({ folder: config.knowledgeDir, cacheFolder: config.cacheDir, embeddings: config.embeddings, logger });
  const app = await createApp({
    config, version, storage, doorbell, knowledge, logger, tracer, clock,
    phrases: await readPhrases(), webDir: join(root, 'dist/web'),
    languageModel: await openLanguageSkills(config, logger, tracer),
  });
  endOnSignal(app);
  const port = await app.start();
  const url = config.port === port ? config.publicUrl : `http://${config.host}:${port}`;
  greet(url, config.dataDir, await app.invite());
}

/** A turn that takes longer goes to people; before that the approved article is the answer. */
const MAX_MODEL_MS = 25_000;

/** The configured model with its prompts, which are proved also where there is none. */
async function openLanguageSkills({ languageModel: settings }: Config, logger: Logger, tracer: Tracer): Promise<LanguageModelParts | undefined> {
  const prompts = await readPrompts(join(root, 'prompts'));
  const model = await openLanguageModel(settings, { clock: systemClock, logger });
  return model && settings && { model: traceModel(model, tracer), prompts, askBelow: settings.askBelow, turnMs: Math.min(settings.limits.timeoutMs, MAX_MODEL_MS) };
}

/** What an operator reads in the terminal. */
function greet(url: string, dataDir: string, invitation: string | undefined): void {
  console.log([
    '',
    '  Vigil is ready.',
    '',
    `    Demo page with the widget   ${url}/`,
    `    Help centre                 ${url}/help`,
    `    Desk                        ${url}/desk`,
    `    Editor                      ${url}/editor`,
    `    API description             ${url}/api/openapi.json`,
    `    Data                        ${dataDir}`,
    ...(invitation === undefined ? [] : [
      '',
      '  Nobody can sign in yet. Open this link once to create the first administrator:',
      '',
      `    ${url}/desk/set-up#${invitation}`,
    ]),
    '',
    '  Ctrl-C stops it.',
    '',
  ].join('\n'));
}

function endOnSignal(app: App): void {
  let ending = false;
  const end = (): void => {
    if (ending) process.exit(130); // asked twice: at once
    ending = true;
    app.dispose().then(() => { process.exit(0); }, (error: unknown) => {
      console.error('vigil: ending failed:', error);
      process.exit(1);
    });
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

serve().catch((error: unknown) => {
  console.error(error instanceof AppError || error instanceof KnowledgeError || error instanceof PromptError ? `vigil: ${error.message}` : error);
  process.exit(1);
});
