import { BookOpenText, Bot, MessageSquare } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { LOCALES } from '../../../../domain/locales.ts';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { useEditor } from '../../connection/editor-context.tsx';
import { ProblemList } from '../problem-list.tsx';
import { AnswerMarkdown } from './answer-markdown.tsx';
import type { AsideProps } from './aside-tabs.tsx';
import { useAnswer } from './use-answer.ts';
import { useDebounced } from './use-debounced.ts';

type Shown = 'widget' | 'page';

/** The article as contacts will see it: what the assistant says of it, and its page. */
export function PreviewTab({ locale, translation }: AsideProps) {
  const { t } = usePreferences();
  const { api } = useEditor();
  const [shown, setShown] = useState<Shown>('widget');
  const { path } = translation;
  const text = useDebounced(translation.state.text, 400);
  const ask = useMemo(() => (text === null ? null : (signal: AbortSignal) => api.previewDocument({ path, text }, signal)), [api, path, text]);
  const { value, error } = useAnswer(ask);
  // Without scripts; of the same origin, as the server gives its style sheet to no other.
  return (
    <>
      <ToggleButtonGroup className="segments" aria-label={t('editor.preview.as')} selectionMode="single" disallowEmptySelection selectedKeys={[shown]} onSelectionChange={(keys) => { setShown([...keys][0] as Shown); }}>
        <ToggleButton id="widget" className="segment"><MessageSquare size={14} aria-hidden />{t('editor.preview.widget')}</ToggleButton>
        <ToggleButton id="page" className="segment"><BookOpenText size={14} aria-hidden />{t('editor.preview.page')}</ToggleButton>
      </ToggleButtonGroup>
      {error !== null && <p className="aside-note" role="status">{t([`errors.${error}`, 'errors.internal'])}</p>}
      {text === null && <p className="aside-note">{t('editor.preview.none')}</p>}
      {value?.state === 'unreadable' && <><p className="aside-note">{t('editor.preview.unreadable')}</p><ProblemList problems={value.problems} /></>}
      {value?.state === 'shown' && shown === 'widget' && (
        <div className="widget-preview" lang={locale} dir={LOCALES[locale].direction}>
          <span className="avatar" data-of="assistant" aria-hidden><Bot size={14} /></span>
          <div className="bubble"><AnswerMarkdown text={value.answer} /></div>
          <p className="bubble-source"><BookOpenText size={12} aria-hidden />{value.title}</p>
        </div>
      )}
      {value?.state === 'shown' && shown === 'page' && <iframe className="page-preview" title={t('editor.preview.page')} sandbox="allow-same-origin allow-popups" srcDoc={value.page.replace('<head>', '<head><base target="_blank">')} />}
    </>
  );
}
