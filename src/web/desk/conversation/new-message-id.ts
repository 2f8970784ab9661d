/** By which the server knows a note or a side thread that it has already. `crypto.randomUUID` is missing on plain HTTP. */
export function newMessageId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
