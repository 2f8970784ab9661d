/** Copies, also on pages without TLS, where the clipboard API is missing. `near`: where focus returns to. */
export function copyText(text: string, near: HTMLElement): void {
  // `clipboard` is undefined outside secure contexts, whatever its type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) {
    clipboard.writeText(text).catch(() => { copyBySelection(text, near); });
  } else {
    copyBySelection(text, near);
  }
}

function copyBySelection(text: string, near: HTMLElement): void {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('readonly', '');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  near.parentElement?.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
  near.focus();
}
