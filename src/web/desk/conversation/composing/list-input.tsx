import type { KeyboardEvent } from 'react';
import { Input } from 'react-aria-components';

/** Where a list is searched: it keeps the focus while the arrows walk through the list. */
export function ListInput({ placeholder }: { placeholder: string }) {
  return <Input role="combobox" aria-expanded="true" aria-haspopup="listbox" placeholder={placeholder} dir="auto" />;
}

/** Enter before anything in the list is marked, which after a key takes half a second: whoever types fast means the first. */
export function isEnterWithoutChoice({ key, target, nativeEvent }: KeyboardEvent<Element>): boolean {
  return key === 'Enter' && !nativeEvent.isComposing && target instanceof Element && !target.hasAttribute('aria-activedescendant');
}
