import type { Import, ImportInput } from '../knowledge/import/create-import.ts';
import type { RouteInput } from '../protocol/http.ts';
import type { MountRoute } from './http/mount-route.ts';

export function mountImportRoutes(mount: MountRoute, { imports }: { imports: Import }): void {
  mount('previewImport', ({ body }) => imports.preview(readInput(body)));

  mount('runImport', ({ agent, body }) => imports.run({ ...readInput(body), leaveOutWrong: body.leaveOutWrong }, agent));
}

function readInput({ kind, files, locale, category, replace }: RouteInput<'previewImport'>['body']): ImportInput {
  return { kind, locale, category, replace, files: files.map(({ path, base64 }) => ({ path, bytes: Buffer.from(base64, 'base64') })) };
}
