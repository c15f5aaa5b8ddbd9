import type {ReactNode} from 'react'
import {Card} from '../components/card.tsx'
import type {CardPiece} from '../piece.ts'
import {Pagination} from '../components/pagination.tsx'
import {PAGE_SIZE} from '../paging.ts'

/** A section's, a topic's or an author's articles, below what is said about them. */
export function ListPage({
  kind,
  title,
  description,
  intro,
  articles,
  total,
  page,
  path,
  feed,
  sectioned = true,
}: {
  kind?: string
  title: string
  description?: string | null
  /** Stands in for the title and the description. */
  intro?: ReactNode
  articles: readonly CardPiece[]
  total: number
  page: number
  path: (page: number) => string
  /** The path of the list's feed. */
  feed: string
  sectioned?: boolean
}) {
  const [first, ...others] = articles
  return (
    <div className="list">
      {intro ?? (
        <header className="list__head">
          {kind && <p className="kicker">{kind}</p>}
          <h1>{title}</h1>
          {description && <p className="list__description">{description}</p>}
        </header>
      )}
      {first ? (
        <>
          {page === 1 && !intro ? (
            <Card article={first} variant="lead" level="h2" sectioned={sectioned} />
          ) : (
            <Card article={first} variant="row" level="h2" sectioned={sectioned} />
          )}
          <div className="rows">
            {others.map((article) => (
              <Card
                key={article._id}
                article={article}
                variant="row"
                level="h2"
                sectioned={sectioned}
              />
            ))}
          </div>
        </>
      ) : (
        <p className="empty">Nothing has been published here yet.</p>
      )}
      <Pagination page={page} pages={Math.ceil(total / PAGE_SIZE)} path={path} />
      <p className="list__feed">
        <a href={feed} type="application/rss+xml">
          Follow these articles in a feed reader (RSS)
        </a>
      </p>
    </div>
  )
}
