/** @jsxImportSource preact */
import type { JSX, RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { formatBytes } from '../../shared/format-bytes.ts';
import type { TrayFile } from '../connection/client-state.ts';
import { Drawing, Icon } from '../screen/icon.tsx';
import { useSurroundings } from '../screen/surroundings.ts';
import { isWorthAnother, MOST_FILES, type FileTray } from './file-tray.ts';
import { ICON_PATHS } from './icon-paths.ts';
import { useFileTray } from './use-file-tray.ts';

/** As people count megabytes. */
const LARGEST_TOLD = 10_000_000;

/** What will go along with the next message, and what may be dropped or pasted to it. */
export function Tray({ files, field }: { files: readonly TrayFile[]; field: RefObject<HTMLTextAreaElement | null> }): JSX.Element | null {
  const { t } = useSurroundings();
  const tray = useFileTray();
  useDropAndPaste(tray, field, t('attachDrop'));
  if (files.length === 0) return null;
  return <ul class="tray" aria-label={t('files')}>{files.map((entry) => <TrayRow key={entry.key} entry={entry} tray={tray} field={field} />)}</ul>;
}

function TrayRow({ entry, tray, field }: { entry: TrayFile; tray: FileTray; field: RefObject<HTMLTextAreaElement | null> }): JSX.Element {
  const { t, locale } = useSurroundings();
  const { key, file: { name, size }, progress, kept, problem } = entry;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(progress);
  return (
    <li class={problem ? 'tray-file failed' : 'tray-file'}>
      <Drawing path={ICON_PATHS.file} size={17} />
      <div class="tray-text">
        <p class="tray-name"><bdi title={name}>{name}</bdi></p>
        {problem
          ? <p role="alert">{t(problem, { most: MOST_FILES, limit: formatBytes(LARGEST_TOLD, locale) })}</p>
          : kept ? <p>{formatBytes(size, locale)}</p> : <p><progress max={1} value={progress} aria-label={t('fileUploading', { name })} /> {percent}</p>}
      </div>
      {problem && isWorthAnother(problem) && <button type="button" class="link" onClick={() => { tray.retry(key); }}>{t('retry')}</button>}
      <button type="button" class="tray-remove" aria-label={t('fileRemove', { name })} title={t('fileRemove', { name })} onClick={() => { tray.remove(key); field.current?.focus(); }}>
        <Icon name="close" size={16} />
      </button>
    </li>
  );
}

/** Files that are pasted into the field or dropped anywhere on the panel. */
function useDropAndPaste(tray: FileTray, field: RefObject<HTMLTextAreaElement | null>, invitation: string): void {
  useEffect(() => {
    const panel = field.current?.closest<HTMLElement>('.panel');
    if (!panel) return undefined;
    const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      panel.dataset.drop = invitation;
    };
    const leave = (event: DragEvent): void => { if (!panel.contains(event.relatedTarget as Node | null)) delete panel.dataset.drop; };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      delete panel.dataset.drop;
      tray.add([...event.dataTransfer?.files ?? []]);
    };
    const paste = (event: ClipboardEvent): void => {
      const pasted = [...event.clipboardData?.files ?? []];
      // Some programs put a picture beside the text that was copied; whoever pastes text means the text.
      if (pasted.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
      event.preventDefault();
      tray.add(pasted);
    };
    panel.addEventListener('dragover', over);
    panel.addEventListener('dragleave', leave);
    panel.addEventListener('drop', drop);
    panel.addEventListener('paste', paste);
    return () => {
      panel.removeEventListener('dragover', over);
      panel.removeEventListener('dragleave', leave);
      panel.removeEventListener('drop', drop);
      panel.removeEventListener('paste', paste);
    };
  }, [tray, invitation]);
}
