/** An id for a message: 128 random bits. `crypto.randomUUID` is missing on pages without TLS, `getRandomValues` is not. */
export function createId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
