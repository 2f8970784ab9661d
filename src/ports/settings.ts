import type { DeskSettings } from '../domain/desk-settings.ts';

/** Values that every process of a desk shares, such as the key that signs contact sessions. */
export interface SettingStore {
  /** The stored value; where there is none, stores `initial` and returns it. Two callers get the same value. */
  getOrSet(key: string, initial: string): Promise<string>;
}

/** The settings of the desk. Every process reads what was saved last. */
export interface DeskSettingsStore {
  /** As they were read last; never waits. */
  current(): VersionedSettings;
  /** Reads what another process may have saved. */
  refresh(): Promise<VersionedSettings>;
  /** Durable when it resolves. `'conflict'` where somebody saved after that version was read. */
  save(settings: DeskSettings, version: number): Promise<VersionedSettings | 'conflict'>;
}

export interface VersionedSettings {
  /** 0 until somebody saves. */
  readonly version: number;
  readonly settings: DeskSettings;
}
