import { randomBytes } from 'node:crypto';

/** The marker of one request's fences. */
export function randomMarker(): string {
  return randomBytes(12).toString('hex');
}
