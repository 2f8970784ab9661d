import { Bot } from 'lucide-react';
import type { ReactNode } from 'react';

/** Says of words that no person wrote them. */
export function MachineMark({ children }: { children: ReactNode }) {
  return <p className="machine-mark"><Bot size={12} aria-hidden /><span>{children}</span></p>;
}
