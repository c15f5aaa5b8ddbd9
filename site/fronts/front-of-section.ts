// The front of a section, above the list of its pieces.
import type {CardPiece} from '../piece.ts'
import type {FrontContainerView, FrontView} from './front-view.ts'
import {isOpinion} from './opinions.ts'
import {pictureFirst} from './photographs.ts'

const IN_LEAD = 6
const IN_ROW = 3
/** One above, six in rows below it. */
const OPINIONS = 7
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
  return besideFront({containers: open.length < FEWEST ? [] : containersOf(open)}, articles)
}

/** What is on the front is not in the list below it. */
export function besideFront(view: FrontView, articles: readonly CardPiece[]): WithRest {
  const shown = new Set(view.containers.flatMap(({stories}) => stories.map(({_id}) => _id)))
  return {view, rest: articles.filter(({_id}) => !shown.has(_id))}
}

function containersOf(articles: readonly CardPiece[]): FrontContainerView[] {
  const plain = {title: null, link: null}
  if (articles.every(isOpinion))
    return [{...plain, _key: 'top', layout: 'opinion', stories: articles.slice(0, OPINIONS)}]
  const [first, ...others] = articles.slice(0, IN_LEAD)
  const lead = first ? [first, ...pictureFirst(others, 1)] : []
  const row = articles.slice(IN_LEAD, IN_LEAD + IN_ROW)
  return [
    {...plain, _key: 'top', layout: 'lead', stories: lead},
    ...(row.length === IN_ROW
      ? [{...plain, _key: 'more', layout: 'three' as const, stories: row}]
      : []),
  ]
}
