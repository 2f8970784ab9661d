import { createId } from '../page/create-id.ts';
import { useSurroundings, type Surroundings } from '../screen/surroundings.ts';
import { createFileTray, type FileTray } from './file-tray.ts';
import { uploadFile } from './upload-file.ts';

/** One tray for a page's widget: what is under way stays so while the panel is closed. */
const trays = new WeakMap<Surroundings['client'], FileTray>();

export function useFileTray(): FileTray {
  const { client, base, token } = useSurroundings();
  const tray = trays.get(client) ?? createFileTray({
    files: () => client.state().files, change: client.setFiles, createId,
    upload: (file, onProgress) => uploadFile(base, token() ?? '', file, onProgress),
  });
  trays.set(client, tray);
  return tray;
}
