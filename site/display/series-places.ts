// Where a piece is in each of its series.
import type {PublicPiece} from '../../model/content-types.ts'
import {pagePath} from './paths.ts'

/** A part as the page of another part links to it. */
export interface PartLink {
  _id: string
  _type: PublicPiece
  headline: string | null
  slug: string | null
}

/** A series as the query of a piece answers it. `null` is in the place of a part that is not live. */
export interface PieceSeries {
  _id: string
  title: string | null
  slug: string | null
  /** Absent in feeds, which only name the series. */
  parts?: readonly (PartLink | null)[] | null
}

/** Another part, with its number. */
export interface Neighbour {
  number: number
  headline: string
  path: string
}

export interface SeriesPlace {
  _id: string
  title: string
  slug: string
  /** The place in the list of the series, from 1. It stays while an earlier part is not live. */
  number: number
  /** All places of the list, live or not: so many parts the series is to have. */
  total: number
  /** The nearest live parts. */
  previous: Neighbour | undefined
  next: Neighbour | undefined
}

/** In the order of the query; without series that have no page. */
export function seriesPlaces({
  _id: id,
  series,
}: {
  _id: string
  series?: readonly PieceSeries[] | null
}): SeriesPlace[] {
  return (series ?? []).flatMap(({_id, title, slug, parts}): SeriesPlace[] => {
    const all = parts ?? []
    const index = all.findIndex((part) => part?._id === id)
    if (!title || !slug || index < 0) return []
    const live = all.map(neighbour)
    return [
      {
        _id,
        title,
        slug,
        number: index + 1,
        total: all.length,
        previous: live.slice(0, index).findLast((part) => part !== undefined),
        next: live.slice(index + 1).find((part) => part !== undefined),
      },
    ]
  })
}

function neighbour(part: PartLink | null, index: number): Neighbour | undefined {
  if (!part?.slug || !part.headline) return undefined
  return {number: index + 1, headline: part.headline, path: pagePath(part._type, part.slug)}
}
