import type { SecretKind } from '../domain/secrets.ts';
import { redact } from './find-secrets.ts';

/**
 * The text with a marker in place of each secret, and the kinds found, each once in order of first
 * appearance. The same string where nothing was found. Redacting twice changes nothing more, in texts of up to
 * 8,000 UTF-16 units; no message is longer.
 */
export function redactSecrets(text: string): { text: string; kinds: readonly SecretKind[] } {
  const { text: redacted, secrets } = redact(text);
  return { text: redacted, kinds: [...new Set(secrets.map(({ kind }) => kind))] };
}
