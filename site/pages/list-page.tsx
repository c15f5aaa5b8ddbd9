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
  const head = intro ?? <ListHead kind={kind} title={title} description={description} />
  const rest = (
    <div className="split__main">
      {!(hasFront && articles.length === 0) && (
        <Articles
          articles={articles}
          isLeading={page === 1 && !intro && !hasFront}
          level={hasFront ? 'h3' : 'h2'}
          sectioned={sectioned}
        />
      )}
      <ListFoot of="these articles" total={total} page={page} path={path} feed={feed} />
    </div>
  )
  const isSection = hue !== undefined
  return (
    <div
      className={['list', isSection && 'list--section', !hasFront && 'split']
        .filter(Boolean)
        .join(' ')}
      data-hue={hue ?? undefined}
    >
      {head}
      {hasFront ? (
        <>
          <Front view={front} sectioned={sectioned} />
          <Earlier isEmpty={articles.length === 0}>{rest}</Earlier>
        </>
      ) : (
        rest
      )}
    </div>
  )
}

/** What the front of a section has no place for, below its own heading. */
function Earlier({isEmpty, children}: {isEmpty: boolean; children: ReactNode}) {
  if (isEmpty) return children
  return (
    <section className="split earlier" aria-labelledby="earlier">
      <h2 className="container__title" id="earlier">
        Earlier
      </h2>
      {children}
    </section>
  )
}

export function ListHead({
  kind,
  title,
  description,
}: Pick<ListProps, 'kind' | 'title' | 'description'>) {
  return (
    <header className="list__head">
      {kind && <p className="kicker">{kind}</p>}
      <h1>{title}</h1>
      {description && <p className="list__description">{description}</p>}
    </header>
  )
}

/** The other pages, and the feed of what is listed. */
export function ListFoot({
  of,
  total,
  page,
  path,
  feed,
}: Pick<ListProps, 'total' | 'page' | 'path' | 'feed'> & {of: string}) {
  return (
    <>
      <Pagination page={page} pages={Math.ceil(total / PAGE_SIZE)} path={path} />
      <p className="list__feed">
        <a href={feed} type="application/rss+xml">
          {`Follow ${of} in a feed reader (RSS)`}
        </a>
      </p>
    </>
  )
}

/** @param isLeading whether the first one is shown large */
function Articles({
  articles: [first, ...others],
  isLeading,
  level,
  sectioned,
}: {
  articles: readonly CardPiece[]
  isLeading: boolean
  level: 'h2' | 'h3'
  sectioned: boolean
}) {
  if (!first) return <p className="empty">Nothing has been published here yet.</p>
  return (
    <>
      <Card
        article={first}
        variant={isLeading ? 'lead' : 'row'}
        level={level}
        sectioned={sectioned}
      />
      <div className="rows">
        {others.map((article) => (
          <Card
            key={article._id}
            article={article}
            variant="row"
            level={level}
            sectioned={sectioned}
          />
        ))}
      </div>
    </>
  )
}
