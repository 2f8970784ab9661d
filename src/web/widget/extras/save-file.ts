/** Long enough for any browser to have begun writing the file, ms. */
const KEPT_MS = 60_000;

/** Gives the browser a file to save under a name. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(url); }, KEPT_MS);
}
