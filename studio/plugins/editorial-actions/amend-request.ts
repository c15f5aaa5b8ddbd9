// What each live article says when something that it uses is amended.
import type {CorrectionRequest} from '../../../model/records.ts'

export interface Told {
  /** All of them say the same. */
  isSame: boolean
  same?: CorrectionRequest
  /** By the article's id. */
  each: Readonly<Record<string, CorrectionRequest>>
}

/** At first nothing is said. */
export const UNTOLD: Told = {isSame: true, each: {}}

/** For the request, by the article's id; those of which nothing is said are left out. */
export function amendmentsOf(
  articleIds: readonly string[],
  {isSame, same, each}: Told,
): Record<string, CorrectionRequest> {
  return Object.fromEntries(
    articleIds.flatMap((id) => {
      const said = isSame ? same : each[id]
      return said ? [[id, said]] : []
    }),
  )
}

/** The same for all, or each by itself: what was said already is where one goes on. */
export function saySame(articleIds: readonly string[], told: Told, isSame: boolean): Told {
  const said = amendmentsOf(articleIds, told)
  if (!isSame) return {...told, isSame, each: {...told.each, ...said}}
  const same = told.same ?? Object.values(said)[0]
  return {...told, isSame, ...(same && {same})}
}
