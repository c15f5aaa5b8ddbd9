// The front of a section, above the list of its pieces.
import type {CardPiece} from '../piece.ts'
import {pictureFirst} from './photographs.ts'
import type {FrontView} from './front-view.ts'

const IN_LEAD = 6
const IN_ROW = 3
/** Fewer are a list. */
const FEWEST = 4

/** @param articles the newest ones; `rest` are those that the front has no place for */
export function frontOfSection(articles: readonly CardPiece[]): {
  view: FrontView
  rest: readonly CardPiece[]
} {
  if (articles.length < FEWEST) return {view: {containers: []}, rest: articles}
  const [first, ...others] = articles.slice(0, IN_LEAD)
  const lead = first ? [first, ...pictureFirst(others, 1)] : []
  const row = articles.slice(IN_LEAD, IN_LEAD + IN_ROW)
  const shown = row.length === IN_ROW ? [...lead, ...row] : lead
  return {
    view: {
      containers: [
        {_key: 'top', title: null, layout: 'lead', link: null, stories: lead},
        ...(row.length === IN_ROW
          ? [{_key: 'more', title: null, layout: 'three' as const, link: null, stories: row}]
          : []),
      ],
    },
    rest: articles.slice(shown.length),
  }
}
