/** Goes to another address of the desk without loading the page, from wherever a link is. The workspace listens, as for the back button. */
export function goTo(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}
