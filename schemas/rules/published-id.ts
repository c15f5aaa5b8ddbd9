/** The id that a draft (`drafts.x`) or a release's version (`versions.r.x`) will be published under. */
export function publishedId(id: string): string {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length)
  if (id.startsWith('versions.')) return id.split('.').slice(2).join('.')
  return id
}
