import {isoMoment, type FeedArticle} from '../feed-article.ts'

/**
 * The time of a document's newest change, also one that readers do not see: agencies replace their copy
 * if the number grew. It is in seconds.
 */
export function versionOf(...moments: (string | null | undefined)[]): {
  number: number
  created: string
} {
  const known = moments.flatMap((moment) => isoMoment(moment) ?? []).toSorted()
  const created = known.at(-1) ?? new Date(0).toISOString()
  return {number: Math.max(1, Math.floor(Date.parse(created) / 1000)), created}
}

/** The version of an article with its corrections. */
export const articleVersion = ({_updatedAt, corrections}: FeedArticle) =>
  versionOf(_updatedAt, ...corrections.map(({publishedAt}) => publishedAt))
