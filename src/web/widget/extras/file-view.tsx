/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatBytes } from '../../shared/format-bytes.ts';
import type { SentFile } from '../conversation/conversation-view.ts';
import { Drawing } from '../screen/icon.tsx';
import { isPicture } from '../screen/sent-files.tsx';
import { useSurroundings } from '../screen/surroundings.ts';
import { ICON_PATHS } from './icon-paths.ts';
import { fetchFile } from './kept-files.ts';
import { saveFile } from './save-file.ts';
import { useApi } from './use-api.ts';

/** As the style sheet has them, px. */
const PICTURE_HEIGHT = 168;
const PICTURE_WIDTH = 300;
/** Long enough for another tab to have read it, ms. */
const KEPT_MS = 60_000;

/** A file that went along with a message: pictures as such, the others to download. */
export function FileView({ file }: { file: SentFile }): JSX.Element {
  const [undrawable, setUndrawable] = useState(false);
  return isPicture(file) && !undrawable ? <Picture file={file} onFailure={() => { setUndrawable(true); }} /> : <FileRow file={file} />;
}

/** On a canvas: the policy of many a page lets no picture of ours be an `img`. */
function Picture({ file, onFailure }: { file: SentFile; onFailure: () => void }): JSX.Element {
  const { t, token } = useSurroundings();
  const api = useApi();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let gone = false;
    fetchFile(api, token() ?? '', file.id).then((content) => createImageBitmap(content)).then((bitmap) => {
      if (!gone && canvas.current) draw(canvas.current, bitmap);
      bitmap.close();
    }).catch(() => { if (!gone) onFailure(); });
    return () => { gone = true; };
  }, [file.id]);
  const open = (): void => {
    void fetchFile(api, token() ?? '', file.id).then((content) => {
      const url = URL.createObjectURL(content);
      window.open(url, '_blank');
      setTimeout(() => { URL.revokeObjectURL(url); }, KEPT_MS);
    }, onFailure);
  };
  return (
    <button type="button" class="picture-button" aria-label={t('fileOpen', { name: file.name })} title={file.name} onClick={open}>
      <canvas ref={canvas} width={0} height={0} />
    </button>
  );
}

function draw(canvas: HTMLCanvasElement, bitmap: ImageBitmap): void {
  const scale = Math.min(1, PICTURE_WIDTH / bitmap.width, PICTURE_HEIGHT / bitmap.height);
  const [width, height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
  const density = Math.min(window.devicePixelRatio || 1, 3);
  canvas.width = width * density;
  canvas.height = height * density;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  // One that is lower than its room gives the rest back.
  canvas.className = 'drawn';
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
}

function FileRow({ file }: { file: SentFile }): JSX.Element {
  const { t, locale, token } = useSurroundings();
  const api = useApi();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const save = (): void => {
    setState('busy');
    fetchFile(api, token() ?? '', file.id).then((content) => {
      saveFile(content, file.name);
      setState('idle');
    }, () => { setState('failed'); });
  };
  return (
    <button type="button" class="file-row" title={t('fileSave', { name: file.name })} aria-busy={state === 'busy'} onClick={save}>
      <Drawing path={ICON_PATHS.file} size={20} />
      <span class="tray-text">
        <span class="tray-name"><bdi>{file.name}</bdi></span>
        <span class={state === 'failed' ? 'problem' : 'hint'} role={state === 'failed' ? 'alert' : undefined}>{state === 'failed' ? t('loadFailed') : formatBytes(file.bytes, locale)}</span>
      </span>
      <Drawing path={ICON_PATHS.download} size={17} />
    </button>
  );
}
