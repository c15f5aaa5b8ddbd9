import {Card} from '../components/card.tsx'
import {Photo, type PhotoUse} from '../components/photo.tsx'
import {range} from '../paging.ts'
import type {CardPiece} from '../piece.ts'
import {ListFoot, ListHead} from './list-page.tsx'

/** A series: what it is, and its parts in order, each with its number. */
export function SeriesPage({
  series: {title, description, picture, parts, total},
  page,
  path,
  feed,
}: {
  series: {
    title: string
    description: string | null
    picture: PhotoUse | null
    /** A page of the list; `null` is in the place of a part that is not live. */
    parts: readonly (CardPiece | null)[] | null
    total: number
  }
  page: number
  path: (page: number) => string
  /** The path of the series' feed. */
  feed: string
}) {
  const first = range(page).start + 1
  const numbered = (parts ?? []).map((part, index) => ({part, number: first + index}))
  const live = numbered.filter(({part}) => part?.slug)
  return (
    <div className="list series split">
      <ListHead kind="Series" title={title} description={description} />
      <div className="split__main">
        {page === 1 && <Photo use={picture} layout="lead" captioned first />}
        {live.length === 0 && <p className="empty">Nothing has been published here yet.</p>}
        {live.length > 0 && (
          <ol className="series__parts">
            {live.map(({part, number}) => (
              <li key={number} value={number}>
                <p className="series__number">Part {number}</p>
                <Card article={part} variant="row" level="h2" />
              </li>
            ))}
          </ol>
        )}
        <ListFoot of="this series" total={total} page={page} path={path} feed={feed} />
      </div>
    </div>
  )
}
