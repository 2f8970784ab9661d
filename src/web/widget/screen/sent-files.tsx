/** @jsxImportSource preact */
import type { JSX } from 'preact';
import type { SentFile } from '../conversation/conversation-view.ts';
import { Later } from './later.tsx';

/** Files that went along with a message. Their room is kept before they are there, so that nothing jumps. */
export function SentFiles({ files }: { files: readonly SentFile[] }): JSX.Element {
  return <>{files.map((file) => <div key={file.id} class={isPicture(file) ? 'file picture' : 'file'}><Later part="FileView" file={file} /></div>)}</>;
}

/** Whether it is shown as a picture; the others every browser shows differently, or not at all. */
export function isPicture({ type }: SentFile): boolean {
  return /^image\/(png|jpeg|webp|gif)$/.test(type);
}

/** What stands for the words of a message that is files alone. */
export function namesOf(files: readonly SentFile[]): string {
  return files.map(({ name }) => name).join(', ');
}

export function onlyNames(text: string, files: readonly SentFile[]): boolean {
  return files.length > 0 && text === namesOf(files);
}
