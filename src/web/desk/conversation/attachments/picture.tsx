import { Download, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { DialogFrame } from '../../../staff/controls/dialog-frame.tsx';
import { formatBytes } from '../../format/format-bytes.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import type { UploadedFile } from '../../state/enclosed.ts';
import { fileAddress } from './file-address.ts';

/** A picture as a small one, which opens large over the desk. */
export function Picture({ attachment: { id, name, bytes } }: { attachment: UploadedFile }) {
  const { t, preferences: { language } } = usePreferences();
  const [isOpen, setOpen] = useState(false);
  const [isLost, setLost] = useState(false);
  if (isLost) return <p className="picture-lost"><ImageOff size={16} aria-hidden /><span>{t('attachments.lost', { name })}</span></p>;
  return (
    <>
      <button type="button" className="picture" aria-label={t('attachments.open', { name })} onClick={() => { setOpen(true); }}>
        <img src={fileAddress(id)} alt="" loading="lazy" decoding="async" onError={() => { setLost(true); }} />
      </button>
      <DialogFrame title={name} isOpen={isOpen} onOpenChange={setOpen} size="wide">
        {() => (
          <figure className="lightbox">
            <img src={fileAddress(id)} alt={name} />
            <figcaption>
              <span>{formatBytes(bytes, language)}</span>
              <a className="button" href={fileAddress(id)} download={name}><Download size={14} aria-hidden />{t('attachments.save')}</a>
            </figcaption>
          </figure>
        )}
      </DialogFrame>
    </>
  );
}
