/** What an empty desk says: the person's next step. */
export function nothingHere(isMyWork: boolean, isEditor: boolean): string {
  if (isMyWork) {
    return 'Nothing waits for you. Begin an article: it stays here with its state, and what comes back to you is first.'
  }
  return isEditor
    ? 'Nothing is in the works. A new article appears here as soon as it is begun. When it is submitted, open it and approve it.'
    : 'Nothing is in the works. A new article appears here as soon as it is begun.'
}
