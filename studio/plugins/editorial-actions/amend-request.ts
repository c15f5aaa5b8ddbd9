// The corrections of live articles that use an amended document.
import type {CorrectionRequest} from '../../../model/records.ts'

export interface ArticleCorrections {
  /** All articles share one correction. */
  isSame: boolean
  same?: CorrectionRequest
  /** By the article's ID. */
  each: Readonly<Record<string, CorrectionRequest>>
}

export const NO_CORRECTIONS: ArticleCorrections = {isSame: true, each: {}}

/** For the request, by the article's ID; articles without a correction are left out. */
export function amendmentsOf(
  articleIds: readonly string[],
  {isSame, same, each}: ArticleCorrections,
): Record<string, CorrectionRequest> {
  return Object.fromEntries(
    articleIds.flatMap((id) => {
      const said = isSame ? same : each[id]
      return said ? [[id, said]] : []
    }),
  )
}

/** Switches between one correction for all and one for each. Existing corrections are carried over. */
export function saySame(
  articleIds: readonly string[],
  corrections: ArticleCorrections,
  isSame: boolean,
): ArticleCorrections {
  const said = amendmentsOf(articleIds, corrections)
  if (!isSame) return {...corrections, isSame, each: {...corrections.each, ...said}}
  const same = corrections.same ?? Object.values(said)[0]
  return {...corrections, isSame, ...(same && {same})}
}
