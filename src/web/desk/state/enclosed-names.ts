interface Named {
  readonly attachments?: readonly { readonly name: string }[] | undefined;
  readonly citations?: readonly { readonly title: string }[] | undefined;
}

/** Whether a text does no more than name what is enclosed, as front-ends write where nobody wrote anything: the files and cards say it already. */
export function saysOnlyNames(text: string, { attachments = [], citations = [] }: Named): boolean {
  const names = [...attachments.map(({ name }) => name), ...citations.map(({ title }) => title)];
  return names.length > 0 && ['\n', ', ', ' '].some((between) => text.trim() === names.join(between));
}
