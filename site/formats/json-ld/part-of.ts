// What a piece is a part of: the site, its series and its package.
import {pagePath, seriesPath} from '../../display/paths.ts'
import {packageStories} from '../../display/package-stories.ts'
import {seriesPlaces, type SeriesPlace} from '../../display/series-places.ts'
import type {CardPiece, Piece} from '../../piece.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {webSiteId} from './web-site.ts'

type Groups = Pick<Piece, '_id' | '_type' | 'slug' | 'series' | 'package'>

/**
 * `isPartOf` and `position` of a piece. `position` is left out of a piece in several series: it could be
 * that in any of them.
 */
export function partOf(piece: Groups, publisher: Publisher): {isPartOf: object; position?: number} {
  const site = {'@id': webSiteId(publisher)}
  const places = seriesPlaces(piece)
  const collection = packageNode(piece, publisher)
  const [only, ...others] = places
  const groups = [
    ...places.map((place) => seriesNode(place, publisher)),
    ...(collection ? [collection] : []),
  ]
  return {
    isPartOf: groups.length > 0 ? [site, ...groups] : site,
    ...(only && others.length === 0 && {position: only.number}),
  }
}

/** A series as a `CreativeWorkSeries`. */
export function seriesNode(
  {title, slug}: Pick<SeriesPlace, 'title' | 'slug'>,
  publisher: Publisher,
): object {
  const address = addressOf(publisher, seriesPath(slug))
  return {'@type': 'CreativeWorkSeries', '@id': `${address}#series`, name: title, url: address}
}

/** A package as a `Collection` of its live stories, with the address of its main story. */
function packageNode(piece: Groups, publisher: Publisher): object | undefined {
  const stories = packageStories(piece)
  const all = (piece.package?.stories ?? []).flatMap((story) => story ?? [])
  const [main] = all
  if (!stories || !main) return undefined
  const address = storyAddress(main, publisher)
  return {
    '@type': 'Collection',
    '@id': `${address}#package`,
    name: stories.title,
    description: stories.description ?? undefined,
    url: address,
    hasPart: all
      .filter(({slug}) => slug)
      .map((story) => ({
        '@type': 'CreativeWork',
        name: story.headline ?? undefined,
        url: storyAddress(story, publisher),
      })),
  }
}

/** The address of the page of a story in a list. */
export const storyAddress = (
  {_type, slug}: Pick<CardPiece, '_type' | 'slug'>,
  publisher: Publisher,
): string => addressOf(publisher, pagePath(_type, slug ?? ''))
