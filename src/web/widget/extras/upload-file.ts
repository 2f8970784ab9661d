import { toApiError } from '../connection/api-error.ts';
import type { SentFile } from '../conversation/conversation-view.ts';

export interface Uploading {
  /** Rejects with ApiError, or with another error where the server was not reached or it was cancelled. */
  readonly done: Promise<SentFile>;
  cancel(): void;
}

/** Sends a file's bytes to the desk. By XMLHttpRequest, since `fetch` says nothing of how far it is. */
export function uploadFile(base: string, token: string, file: File, onProgress: (share: number) => void): Uploading {
  const request = new XMLHttpRequest();
  const done = new Promise<SentFile>((resolve, reject) => {
    request.onload = () => {
      const response = { status: request.status, json: () => new Promise((read) => { read(JSON.parse(request.responseText)); }) };
      if (request.status >= 200 && request.status < 300) response.json().then((kept) => { resolve(kept as SentFile); }, reject);
      else void toApiError(response).then(reject);
    };
    request.onerror = request.onabort = () => { reject(new Error('the upload broke off')); };
    request.upload.onprogress = ({ loaded, total }) => { if (total > 0) onProgress(loaded / total); };
    request.open('POST', `${base}/api/contact/files`);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.send(file);
  });
  return { done, cancel() { request.abort(); } };
}
