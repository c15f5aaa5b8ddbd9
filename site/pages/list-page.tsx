import type {ReactNode} from 'react'
import {Card} from '../components/card.tsx'
import type {CardPiece} from '../piece.ts'
import {Pagination} from '../components/pagination.tsx'
import {Front} from '../fronts/front.tsx'
import type {FrontView} from '../fronts/front-view.ts'
import {PAGE_SIZE} from '../paging.ts'

export interface ListProps {
  kind?: string
  title: string
  description?: string | null
  /** Replaces the title and the description. */
  intro?: ReactNode
  /** The hue of the section that the page is of. */
  hue?: string | null
  /** The newest pieces, above the list. */
  front?: FrontView
  articles: readonly CardPiece[]
  total: number
  page: number
  path: (page: number) => string
  /** The path of the list's feed. */
  feed: string
  sectioned?: boolean
}

/** The articles of a section, a topic or an author, below its description. */
export function ListPage({
  kind,
  title,
  description,
  intro,
  hue,
  front = {containers: []},
  articles,
  total,
  page,
  path,
  feed,
  sectioned = true,
}: ListProps) {
  const hasFront = front.containers.length > 0
  return (
    <div className={hue === undefined ? 'list' : 'list list--section'} data-hue={hue ?? undefined}>
      {intro ?? <ListHead kind={kind} title={title} description={description} />}
      {hasFront && <Front view={front} sectioned={sectioned} />}
      {!(hasFront && articles.length === 0) && (
        <Articles
          articles={articles}
          isLeading={page === 1 && !intro && !hasFront}
          sectioned={sectioned}
        />
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

function ListHead({kind, title, description}: Pick<ListProps, 'kind' | 'title' | 'description'>) {
  return (
    <header className="list__head">
      {kind && <p className="kicker">{kind}</p>}
      <h1>{title}</h1>
      {description && <p className="list__description">{description}</p>}
    </header>
  )
}

/** @param isLeading whether the first one is shown large */
function Articles({
  articles: [first, ...others],
  isLeading,
  sectioned,
}: {
  articles: readonly CardPiece[]
  isLeading: boolean
  sectioned: boolean
}) {
  if (!first) return <p className="empty">Nothing has been published here yet.</p>
  return (
    <>
      <Card article={first} variant={isLeading ? 'lead' : 'row'} level="h2" sectioned={sectioned} />
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
  )
}
