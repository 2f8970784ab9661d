import { BookOpen, CircleAlert, File, RotateCw, X } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { useUploads } from '../../connection/desk-context.tsx';
import type { Upload } from '../../connection/uploads.ts';
import { IconButton } from '../../../staff/controls/icon-button.tsx';
import { formatBytes } from '../../format/format-bytes.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { Draft } from '../../state/drafts.ts';
import type { UploadedFile } from '../../state/enclosed.ts';

interface EnclosedListProps {
  readonly draft: Draft;
  readonly uploads: readonly Upload[];
  readonly onChange: (change: Partial<Draft>) => void;
}

/** What goes along with the reply, each with a way to leave it out. */
export function EnclosedList({ draft: { attachments = [], citations = [] }, uploads, onChange }: EnclosedListProps) {
  const { t } = usePreferences();
  if (attachments.length + citations.length + uploads.length === 0) return null;
  return (
    <ul className="enclosed" aria-label={t('composing.enclosed')}>
      {attachments.map((file) => <FileChip key={file.id} file={file} onRemove={() => { onChange({ attachments: attachments.filter(({ id }) => id !== file.id) }); }} />)}
      {uploads.map((upload) => <UploadChip key={upload.key} upload={upload} />)}
      {citations.map(({ articleId, locale, title }) => (
        <li key={articleId} className="enclosed-chip">
          <BookOpen size={14} aria-hidden />
          <bdi className="enclosed-name" lang={locale}>{title}</bdi>
          <IconButton icon={X} label={t('composing.remove', { name: title })} onPress={() => { onChange({ citations: citations.filter((one) => one.articleId !== articleId) }); }} />
        </li>
      ))}
    </ul>
  );
}

function FileChip({ file: { id, name, type, bytes }, onRemove }: { file: UploadedFile; onRemove: () => void }) {
  const { t, preferences: { language } } = usePreferences();
  return (
    <li className="enclosed-chip">
      {/^image\/(png|jpeg|webp|gif)$/.test(type) ? <img className="enclosed-picture" src={`/api/files/${id}`} alt="" /> : <File size={14} aria-hidden />}
      <bdi className="enclosed-name">{name}</bdi>
      <span className="enclosed-size">{formatBytes(bytes, language)}</span>
      <IconButton icon={X} label={t('composing.remove', { name })} onPress={onRemove} />
    </li>
  );
}

function UploadChip({ upload: { key, file: { name, size }, share, problem } }: { upload: Upload }) {
  const { t, preferences: { language } } = usePreferences();
  const uploads = useUploads();
  const isLost = problem !== null && !['empty', 'too-large', 'invalid-input'].includes(problem);
  return (
    <li className="enclosed-chip" data-failed={problem !== null}>
      {problem === null ? <File size={14} aria-hidden /> : <CircleAlert size={14} aria-hidden />}
      <bdi className="enclosed-name">{name}</bdi>
      {problem === null ? (
        <ProgressBar className="enclosed-progress" value={share * 100} aria-label={t('composing.files.uploading', { name })}>
          {({ percentage = 0 }) => <><progress value={percentage} max={100} aria-hidden /><span className="enclosed-size">{formatBytes(size, language)}</span></>}
        </ProgressBar>
      ) : <span className="enclosed-problem" role="alert">{t([`composing.files.problems.${problem}`, `errors.${problem}`, 'errors.internal'])}</span>}
      {isLost && <IconButton icon={RotateCw} label={t('composing.files.again', { name })} onPress={() => { uploads.retry(key); }} />}
      <IconButton icon={X} label={t(problem === null ? 'composing.files.cancel' : 'composing.remove', { name })} onPress={() => { uploads.remove(key); }} />
    </li>
  );
}
