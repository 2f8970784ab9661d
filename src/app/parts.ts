import type { Assistant } from '../assistant/create-assistant.ts';
import type { LanguageModelParts } from '../assistant/language-skills.ts';
import type { LocaleFiles, Translate } from '../assistant/phrases.ts';
import type { Config } from '../config.ts';
import type { AgentTools } from '../domain/agent-tools.ts';
import type { KnowledgeSource } from '../knowledge/editing/live-knowledge.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Clock, Doorbell, Logger, Storage, Tracer } from '../ports.ts';
import type { Metrics } from '../adapters/system/metrics.ts';

/** What the process gives the application. */
export interface AppParts {
  readonly config: Config;
  readonly version: string;
  readonly storage: Storage;
  readonly doorbell: Doorbell;
  readonly knowledge: KnowledgeSource;
  readonly phrases: LocaleFiles;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where traces are collected. */
  readonly tracer?: Tracer;
  /** Phrases answers and helps agents; everything works without. */
  readonly languageModel?: LanguageModelParts | undefined;
  /** Absolute path of the built front-ends. */
  readonly webDir: string;
  /** What a test puts in the place of what is built here. */
  readonly overrides?: { readonly assistant?: (assistant: Assistant) => Assistant; readonly doorbell?: Doorbell; readonly agentTools?: AgentTools; readonly lagMs?: () => number };
}

/** What every part of the application shares. */
export interface Shared {
  /** What is published, at the moment of asking. */
  readonly knowledge: () => Knowledge;
  readonly doorbell: Doorbell;
  readonly translate: Translate;
  readonly metrics: Metrics;
  readonly isLeader: () => boolean;
}
