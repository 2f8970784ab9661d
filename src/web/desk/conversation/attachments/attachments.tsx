import { Download, FileText } from 'lucide-react';
import { formatBytes } from '../../format/format-bytes.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { UploadedFile } from '../../state/enclosed.ts';
import { fileAddress } from './file-address.ts';
import { Picture } from './picture.tsx';

/** Pictures that every browser draws; others are files to it. */
const DRAWN = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/** The files of a message: pictures small, and large when pressed; the others by name. */
export function Attachments({ attachments }: { attachments: readonly UploadedFile[] | undefined }) {
  const { t } = usePreferences();
  if (!attachments || attachments.length === 0) return null;
  const pictures = attachments.filter(({ type }) => DRAWN.includes(type));
  const files = attachments.filter(({ type }) => !DRAWN.includes(type));
  return (
    <div className="attachments" role="group" aria-label={t('attachments.label')}>
      {pictures.length > 0 && <ul className="pictures">{pictures.map((picture) => <li key={picture.id}><Picture attachment={picture} /></li>)}</ul>}
      {files.length > 0 && <ul className="files">{files.map((file) => <li key={file.id}><FileRow attachment={file} /></li>)}</ul>}
    </div>
  );
}

function FileRow({ attachment: { id, name, bytes } }: { attachment: UploadedFile }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <a className="file-row" href={fileAddress(id)} download={name}>
      <FileText size={16} aria-hidden />
      <span className="only-read-aloud">{t('attachments.save')}</span>
      <bdi className="file-name">{name}</bdi>
      <span className="file-size">{formatBytes(bytes, language)}</span>
      <Download size={14} aria-hidden />
    </a>
  );
}
