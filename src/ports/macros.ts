import type { Macro } from '../domain/macro.ts';

export interface MacroStore {
  list(): Promise<readonly Macro[]>;
  /** Makes it or replaces it. */
  save(macro: Macro): Promise<void>;
  /** False where there was none. */
  remove(macroId: string): Promise<boolean>;
}
