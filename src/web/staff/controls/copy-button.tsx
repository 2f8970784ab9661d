import { Copy } from 'lucide-react';
import { shortenMiddle } from '../../shared/long-code.ts';
import { usePreferences } from '../preferences/preferences-context.tsx';
import { copyText } from './copy-text.ts';
import { IconButton } from './icon-button.tsx';

/** Copies a text that stands beside it. */
export function CopyButton({ text }: { text: string }) {
  const { t } = usePreferences();
  return <IconButton icon={Copy} label={t('copyCode', { code: shortenMiddle(text) })} onPress={() => { void copyText(text, t); }} />;
}
