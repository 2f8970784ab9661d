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
