import { resolve } from 'node:path';
import { AppError } from '../../../domain/errors.ts';

/** Where a desk's data is. A URL may hold a password and is never shown. */
export type Location =
  | { readonly dialect: 'sqlite'; readonly folder: string; readonly option: string }
  | { readonly dialect: 'postgres'; readonly url: string; readonly option: string };

const EXPECTED = 'expected sqlite:FOLDER, as sqlite:./data, or postgres://user:password@host:5432/name';

/**
 * @param option by which it was given, as `--from`; named by every error about it.
 * @throws AppError `invalid-input`
 */
export function parseLocation(text: string | undefined, option: string): Location {
  const wrong = (): AppError => new AppError('invalid-input', `${option}: ${EXPECTED}`, { field: option });
  if (text === undefined) throw wrong();
  if (/^postgres(ql)?:\/\//.test(text)) {
    if (!URL.canParse(text)) throw wrong();
    return { dialect: 'postgres', url: text, option };
  }
  const folder = /^sqlite:(?:\/\/(?=\/))?(.+)$/s.exec(text)?.[1];
  if (folder === undefined) throw wrong();
  return { dialect: 'sqlite', folder: resolve(folder), option };
}

/** As people are told of it: without what is secret. */
export function showLocation(location: Location): string {
  if (location.dialect === 'sqlite') return `sqlite:${location.folder}`;
  const { hostname, port, pathname } = new URL(location.url);
  return `postgres://${hostname}${port === '' ? '' : `:${port}`}${pathname}`;
}
