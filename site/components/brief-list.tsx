import type {CardPiece} from '../piece.ts'
import {Card} from './card.tsx'

/** A heading and, below it, each article in a line; nothing where there is none. */
export function BriefList({
  id,
  title,
  articles,
}: {
  id: string
  title: string
  articles: readonly CardPiece[]
}) {
  if (articles.length === 0) return null
  return (
    <section className="band" aria-labelledby={id}>
      <h2 className="band__title" id={id}>
        {title}
      </h2>
      <ul className="latest">
        {articles.map((article) => (
          <li key={article._id}>
            <Card article={article} variant="brief" />
          </li>
        ))}
      </ul>
    </section>
  )
}
