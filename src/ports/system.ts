export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Structured log. Never give it a contact's text, a token or a secret. */
export interface Logger {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

/**
 * Tells whoever collects traces what took how long, and as a part of what. Never give it a contact's
 * text, a name, a token or a secret. Never fails, and is next to nothing where nobody collects.
 */
export interface Tracer {
  /**
   * Runs `work` as a span; what it begins is a part of it, also what goes on after it has ended. Rejects as `work` does.
   * `work` is given a function that adds what is known only later.
   */
  trace<T>(name: string, attributes: SpanAttributes, work: (add: (attributes: SpanAttributes) => void) => Promise<T>): Promise<T>;
  /** Begins a span that the returned function ends, for what is no single promise; what begins meanwhile is no part of it. */
  begin(name: string, attributes: SpanAttributes): (failure?: unknown) => void;
  /** Sends what was not sent yet; resolves after a moment though nobody takes it. */
  close(): Promise<void>;
}
