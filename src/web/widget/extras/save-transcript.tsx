/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { timeZoneOf } from '../page/region.ts';
import { Drawing } from '../screen/icon.tsx';
import { useSurroundings } from '../screen/surroundings.ts';
import { ICON_PATHS } from './icon-paths.ts';
import { saveFile } from './save-file.ts';
import { useApi } from './use-api.ts';

/** The conversation as a file, as a page or as plain text. */
export function SaveTranscript({ conversationId, caseNumber, className }: { conversationId: string; caseNumber: string; className: string }): JSX.Element {
  const { t, token } = useSurroundings();
  const api = useApi();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');

  const save = (format: 'html' | 'txt') => (): void => {
    if (state === 'busy') return;
    setState('busy');
    api.transcript(token() ?? '', conversationId, format, timeZoneOf().timeZone).then((content) => {
      saveFile(content, `${caseNumber}.${format}`);
      setState('idle');
    }, () => { setState('failed'); });
  };
  return (
    <>
      <button type="button" class={className} aria-busy={state === 'busy'} onClick={save('html')}><Drawing path={ICON_PATHS.download} size={17} />{t('transcriptSave')}</button>
      <button type="button" class={className} aria-busy={state === 'busy'} onClick={save('txt')}><Drawing path={ICON_PATHS.text} size={17} />{t('transcriptSaveText')}</button>
      {state === 'failed' && <p class="problem" role="alert">{t('loadFailed')}</p>}
    </>
  );
}
