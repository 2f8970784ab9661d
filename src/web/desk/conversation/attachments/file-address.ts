/** Where the bytes of a file are; the session's cookie opens it. */
export function fileAddress(id: string): string {
  return `/api/files/${encodeURIComponent(id)}`;
}
