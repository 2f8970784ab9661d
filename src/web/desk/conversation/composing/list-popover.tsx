import { useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { Autocomplete, Dialog, ListBox, ListBoxItem, Popover, TextField, useFilter } from 'react-aria-components';
import { isEnterWithoutChoice, ListInput } from './list-input.tsx';

interface ListItem {
  readonly id: string;
  /** What is searched. */
  readonly words: string;
  readonly content: ReactNode;
}

interface ListPopoverProps {
  readonly trigger: RefObject<Element | null>;
  readonly label: string;
  readonly placeholder: string;
  readonly items: readonly ListItem[];
  /** What the list shows without a match, or while there is nothing yet. */
  readonly empty: ReactNode;
  readonly onPick: (id: string) => void;
  /** Left without a choice; what was typed into the search goes back to where it was meant for. Null: the sign itself was taken back. */
  readonly onLeave: (typed: string | null) => void;
  /** True where what is typed cannot be a search any more, and the list gives way. */
  readonly isOver?: (typed: string) => boolean;
}

/** A list above the composer that a sign opens: whoever goes on typing searches, Enter picks, Escape leaves. */
export function ListPopover({ trigger, label, placeholder, items, empty, onPick, onLeave, isOver }: ListPopoverProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [typed, setTyped] = useState('');

  function onKeyDown(event: KeyboardEvent<Element>): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Backspace' && typed === '') {
      // The sign that opened the list is the first thing to be taken back.
      event.preventDefault();
      onLeave(null);
    } else if (isEnterWithoutChoice(event)) {
      const first = items.find(({ words }) => matches(words, typed));
      event.preventDefault();
      if (first) onPick(first.id);
    }
  }

  function matches(words: string, search: string): boolean {
    return search.split(/\s+/).every((word) => contains(words, word));
  }

  return (
    <Popover className="popover composer-list" triggerRef={trigger} isOpen onOpenChange={(open) => { if (!open) onLeave(typed); }} placement="top start" offset={4}>
      <Dialog aria-label={label}>
        <Autocomplete
          filter={matches}
          inputValue={typed}
          onInputChange={(value) => { if (isOver?.(value)) onLeave(value); else setTyped(value); }}
        >
          <TextField className="field" aria-label={label} autoFocus onKeyDown={onKeyDown}>
            <ListInput placeholder={placeholder} />
          </TextField>
          <ListBox className="composer-options" aria-label={label} items={items} selectionMode="none" onAction={(id) => { onPick(String(id)); }} renderEmptyState={() => empty}>
            {({ id, words, content }) => <ListBoxItem className="composer-option" id={id} textValue={words}>{content}</ListBoxItem>}
          </ListBox>
        </Autocomplete>
      </Dialog>
    </Popover>
  );
}
