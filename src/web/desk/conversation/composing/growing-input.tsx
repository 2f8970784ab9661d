import { useLayoutEffect, type ClipboardEvent, type KeyboardEvent, type RefObject } from 'react';

interface GrowingInputProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string, caret: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly element: RefObject<HTMLTextAreaElement | null>;
}

/** As high as its text, up to the limit of the style sheet. */
export function GrowingInput({ label, placeholder, value, onChange, onKeyDown, onPaste, element }: GrowingInputProps) {
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [element, value]);
  return (
    <textarea
      ref={element} className="composer-input" dir="auto" rows={2} aria-label={label} placeholder={placeholder} value={value}
      onChange={({ target }) => { onChange(target.value, target.selectionEnd); }} onKeyDown={onKeyDown} onPaste={onPaste}
    />
  );
}
