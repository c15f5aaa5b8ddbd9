// Articles side by side, in a grid that their number fills.
import type {CardPiece} from '../piece.ts'
import {Card} from './card.tsx'

/** The layout: `ranked` gives the first card more room, `even` gives all the same. */
export type GridShape = 'ranked' | 'even'

/** Cards in a grid; `sectioned` names each one's section. */
export function CardGrid({
  articles,
  shape,
  sectioned = true,
}: {
  articles: readonly CardPiece[]
  shape: GridShape
  sectioned?: boolean
}) {
  const count = articles.length
  const name = shape === 'ranked' || count === 1 ? `ranked-${Math.min(count, 4)}` : evenly(count)
  return (
    <div className={`grid grid--${name}`}>
      {articles.map((article, index) => (
        <Card
          key={article._id}
          article={article}
          variant={index === 0 && LEADS.has(name) ? 'feature' : 'standard'}
          sectioned={sectioned}
        />
      ))}
    </div>
  )
}

/** Three of a rank are alike: two below one another would not reach down beside a large one. */
const LEADS = new Set(['ranked-1', 'ranked-2', 'ranked-4'])

/** Two with the picture beside the words, else the number of columns that leaves fewest places empty. */
function evenly(count: number): string {
  if (count === 2) return 'even-2'
  const empty = (columns: number): number => (columns - (count % columns)) % columns
  return empty(3) < empty(4) ? 'even-3' : 'even-4'
}
