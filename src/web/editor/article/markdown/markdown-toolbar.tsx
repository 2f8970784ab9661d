import type { EditorView } from '@codemirror/view';
import { Bold, Braces, Heading2, ImagePlus, Link2, List, ListOrdered } from 'lucide-react';
import { useRef } from 'react';
import { Toolbar } from 'react-aria-components';
import { IconButton } from '../../../staff/controls/icon-button.tsx';
import { usePreferences } from '../../../staff/preferences/preferences-context.tsx';
import { beginCompletion, toggleLines, toggleStrong } from './edit-writing.ts';

interface MarkdownToolbarProps {
  readonly view: EditorView | null;
  readonly onPictures: (files: readonly File[]) => void;
  /** A picture is on its way. */
  readonly isPending: boolean;
}

/** What articles are made of, for those who do not know the marks. */
export function MarkdownToolbar({ view, onPictures, isPending }: MarkdownToolbarProps) {
  const { t } = usePreferences();
  const picker = useRef<HTMLInputElement>(null);
  const on = (act: (view: EditorView) => void) => () => { if (view) act(view); };
  return (
    <Toolbar className="markdown-toolbar" aria-label={t('editor.writing.toolbar')}>
      <IconButton icon={Bold} label={t('editor.writing.strong')} onPress={on(toggleStrong)} />
      <IconButton icon={Heading2} label={t('editor.writing.heading')} onPress={on((at) => { toggleLines(at, 'heading'); })} />
      <IconButton icon={ListOrdered} label={t('editor.writing.steps')} onPress={on((at) => { toggleLines(at, 'steps'); })} />
      <IconButton icon={List} label={t('editor.writing.points')} onPress={on((at) => { toggleLines(at, 'points'); })} />
      <IconButton icon={Link2} label={t('editor.writing.link')} onPress={on((at) => { beginCompletion(at, '['); })} />
      <IconButton icon={Braces} label={t('editor.writing.variable')} onPress={on((at) => { beginCompletion(at, '{{'); })} />
      <IconButton icon={ImagePlus} label={t(isPending ? 'editor.writing.pictureComing' : 'editor.writing.picture')} isDisabled={isPending} onPress={() => { picker.current?.click(); }} />
      <input ref={picker} type="file" accept="image/png,image/jpeg,image/webp,image/gif" hidden tabIndex={-1} aria-hidden
        onChange={({ target }) => { onPictures([...target.files ?? []]); target.value = ''; }} />
    </Toolbar>
  );
}
