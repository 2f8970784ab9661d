import type { Logger } from '../../src/ports.ts';

/** Keeps what was logged, each line as `level message {fields}`. */
export function createRecordingLogger(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  const record = (level: string) => (message: string, fields?: Readonly<Record<string, unknown>>): void => {
    lines.push(`${level} ${message} ${JSON.stringify(fields ?? {})}`);
  };
  return { lines, info: record('info'), warn: record('warn'), error: record('error') };
}
