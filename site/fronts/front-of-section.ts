// The front of a section, above the list of its pieces.
import type {CardPiece} from '../piece.ts'
import type {FrontContainerView, FrontView} from './front-view.ts'
import {isOpinion} from './opinions.ts'
import {pictureFirst} from './photographs.ts'

const IN_LEAD = 6
const IN_ROW = 3
const OPINIONS = 8
/** Fewer are a list. */
const FEWEST = 4

/** @param articles the newest ones; `rest` are those that the front has no place for */
export function frontOfSection(articles: readonly CardPiece[]): {
  view: FrontView
  rest: readonly CardPiece[]
} {
  const containers = articles.length < FEWEST ? [] : containersOf(articles)
  const shown = new Set(containers.flatMap(({stories}) => stories.map(({_id}) => _id)))
  return {view: {containers}, rest: articles.filter(({_id}) => !shown.has(_id))}
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
