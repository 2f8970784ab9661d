import type { UploadedFile } from '../state/enclosed.ts';
import { RequestError } from '../../staff/connection/request.ts';

/** Sends a file ahead of its message. Rejects with `RequestError` only; with the code `cancelled` when the signal aborts. */
export type UploadFile = (file: File, options: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal }) => Promise<UploadedFile>;

/** `XMLHttpRequest`, since `fetch` does not tell how much has gone out. */
export const uploadFile: UploadFile = (file, { onProgress, signal }) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  const refuse = (code: string): void => { reject(new RequestError(code, code)); };
  request.open('POST', '/api/desk/files');
  request.setRequestHeader('Content-Type', file.type || 'application/octet-stream');
  request.setRequestHeader('X-File-Name', encodeURIComponent(file.name.toWellFormed?.() ?? file.name));
  request.responseType = 'json';
  request.upload.onprogress = ({ loaded, total }) => { onProgress(total === 0 ? 0 : loaded / total); };
  request.onload = () => {
    const { status, response } = request as { status: number; response: (UploadedFile & { error?: { code?: string; field?: string } }) | null };
    if (status === 200 && response) resolve(response);
    else reject(new RequestError(response?.error?.code ?? (status === 413 ? 'too-large' : 'unavailable'), `HTTP ${status}`, response?.error?.field));
  };
  request.onerror = () => { refuse('offline'); };
  request.onabort = () => { refuse('cancelled'); };
  signal.addEventListener('abort', () => { request.abort(); }, { once: true });
  request.send(file);
});
