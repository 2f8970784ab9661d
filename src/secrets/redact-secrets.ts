import type { SecretKind } from '../domain/secrets.ts';
import { redact } from './find-secrets.ts';

/**
 * The text with a marker in place of each secret, and the kinds found, each once in order of first
 * appearance. The same string where nothing was found; redacting twice changes nothing more.
 */
export function redactSecrets(text: string): { text: string; kinds: readonly SecretKind[] } {
  const { text: redacted, secrets } = redact(text);
  return { text: redacted, kinds: [...new Set(secrets.map(({ kind }) => kind))] };
}
