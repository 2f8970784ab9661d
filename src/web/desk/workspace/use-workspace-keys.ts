import type { RefObject } from 'react';
import type { ConversationListHandle } from './conversation-list.tsx';
import type { Place } from './use-location.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface WorkspaceKeys {
  readonly list: RefObject<ConversationListHandle | null>;
  readonly go: (place: Partial<Place>) => void;
  readonly takeNext: () => void;
  readonly details: { readonly isOpen: boolean; readonly toggle: () => void };
  readonly onHelp: () => void;
  readonly onPalette: () => void;
}

/** The keys of the list and of the whole desk; those of the open conversation are its own. */
export function useWorkspaceKeys({ list, go, takeNext, details, onHelp, onPalette }: WorkspaceKeys): void {
  useShortcuts({
    next: () => list.current?.move(1),
    previous: () => list.current?.move(-1),
    queue: () => { go({ view: 'queue' }); },
    mine: () => { go({ view: 'mine' }); },
    snoozed: () => { go({ view: 'snoozed' }); },
    calls: () => { go({ view: 'calls' }); },
    all: () => { go({ view: 'open' }); },
    resolved: () => { go({ view: 'resolved' }); },
    takeNext,
    select: () => list.current?.pick(),
    selectNext: () => list.current?.move(1, 'picking'),
    selectPrevious: () => list.current?.move(-1, 'picking'),
    palette: onPalette,
    details: details.toggle,
    help: onHelp,
    leave() {
      if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.blur();
      else if (list.current?.dropPicked() !== true && details.isOpen) details.toggle();
    },
  });
}
