// The front of a section, above the list of its pieces.
import type {CardPiece} from '../piece.ts'
import {pictureFirst} from './photographs.ts'
import type {FrontView} from './front-view.ts'

const IN_LEAD = 6
const IN_ROW = 3
/** Fewer are a list. */
const FEWEST = 4

interface WithRest {
  view: FrontView
  /** What the front has no place for. */
  rest: readonly CardPiece[]
}

/**
 * @param articles the newest ones
 * @param off ids of those that are to be on no front: they are in the list
 */
export function frontOfSection(
  articles: readonly CardPiece[],
  off: ReadonlySet<string | null> = new Set(),
): WithRest {
  const open = articles.filter(({_id}) => !off.has(_id))
  if (open.length < FEWEST) return {view: {containers: []}, rest: articles}
  const [first, ...others] = open.slice(0, IN_LEAD)
  const lead = first ? [first, ...pictureFirst(others, 1)] : []
  const row = open.slice(IN_LEAD, IN_LEAD + IN_ROW)
  const view: FrontView = {
    containers: [
      {_key: 'top', title: null, layout: 'lead', link: null, stories: lead},
      ...(row.length === IN_ROW
        ? [{_key: 'more', title: null, layout: 'three' as const, link: null, stories: row}]
        : []),
    ],
  }
  return besideFront(view, articles)
}

/** What is on the front is not in the list below it. */
export function besideFront(view: FrontView, articles: readonly CardPiece[]): WithRest {
  const shown = new Set(view.containers.flatMap(({stories}) => stories.map(({_id}) => _id)))
  return {view, rest: articles.filter(({_id}) => !shown.has(_id))}
}
