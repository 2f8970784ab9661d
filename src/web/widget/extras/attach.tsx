/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Drawing } from '../screen/icon.tsx';
import { useSurroundings } from '../screen/surroundings.ts';
import { TAKEN_TYPES } from './file-tray.ts';
import { ICON_PATHS } from './icon-paths.ts';
import { useFileTray } from './use-file-tray.ts';

/** The button beside the text field that takes files. */
export function Attach(): JSX.Element {
  const { t } = useSurroundings();
  const tray = useFileTray();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="attach-button" aria-label={t('attach')} title={t('attach')} onClick={() => { picker.current?.click(); }}>
        <Drawing path={ICON_PATHS.paperclip} size={20} />
      </button>
      <input type="file" ref={picker} class="picker" multiple accept={TAKEN_TYPES} tabIndex={-1} aria-hidden="true" onChange={({ currentTarget }) => {
        tray.add([...currentTarget.files ?? []]);
        // The same file may be chosen again after it was removed.
        currentTarget.value = '';
      }} />
    </>
  );
}
