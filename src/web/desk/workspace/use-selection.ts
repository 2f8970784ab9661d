import { useCallback, useEffect, useMemo, useState } from 'react';
import { useDesk } from '../connection/desk-context.tsx';
import { isInView, type View } from '../state/views.ts';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  toggle(id: string): void;
  /** Everything between the row that was picked last and this one. */
  extendTo(id: string): void;
  set(ids: readonly string[]): void;
  clear(): void;
}

const NONE: ReadonlySet<string> = new Set();

/** Rows of a view that are picked for something that is done to all of them. @param order ids as the list shows them. */
export function useSelection(view: View, order: readonly string[]): Selection {
  const [{ ids }, change] = useState<{ readonly ids: ReadonlySet<string>; readonly anchor: string | null }>({ ids: NONE, anchor: null });

  const toggle = useCallback((id: string) => {
    change((before) => {
      const changed = new Set(before.ids);
      if (!changed.delete(id)) changed.add(id);
      return { ids: changed, anchor: id };
    });
  }, []);
  const extendTo = useCallback((id: string) => {
    change((before) => ({ ids: new Set([...before.ids, ...between(order, before.anchor, id)]), anchor: before.anchor ?? id }));
  }, [order]);
  const set = useCallback((chosen: readonly string[]) => { change({ ids: new Set(chosen), anchor: null }); }, []);
  const clear = useCallback(() => { change({ ids: NONE, anchor: null }); }, []);
  useDropGone(view, ids, set);
  return useMemo(() => ({ ids, toggle, extendTo, set, clear }), [ids, toggle, extendTo, set, clear]);
}

/** Ids from one to the other, both among them, whichever comes first. */
export function between(order: readonly string[], from: string | null, to: string): readonly string[] {
  const [a, b] = [from === null ? -1 : order.indexOf(from), order.indexOf(to)];
  if (a < 0 || b < 0) return [to];
  return order.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/** What left the view is not picked any more: nothing is done to what nobody sees. */
function useDropGone(view: View, ids: ReadonlySet<string>, set: Selection['set']): void {
  const desk = useDesk();
  useEffect(() => {
    if (ids.size === 0) return undefined;
    return desk.subscribe(() => {
      const { conversations, me } = desk.getState();
      const left = [...ids].filter((id) => {
        const conversation = conversations.get(id);
        return conversation !== undefined && isInView(view, conversation, me);
      });
      if (left.length < ids.size) set(left);
    });
  }, [desk, view, ids, set]);
}
