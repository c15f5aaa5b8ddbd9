// oEmbed 1.0: what a service shows in place of a bare link to a piece.
import {CONTENT_TYPES, type PublicPiece} from '../../model/content-types.ts'
import {authorPath} from '../display/paths.ts'
import type {EmbeddedPiece} from '../piece.ts'
import {PUBLIC_PIECES} from '../views/views.ts'
import {authorsOf} from './feed-article.ts'
import {pictureOf, type Picture} from './pictures.ts'
import {addressOf, type Publisher} from './publisher.ts'
import {element, textElement, xmlDocument} from './xml.ts'

/** The size that a consumer has room for, in pixels. */
export interface Room {
  width: number
  height: number
}

/** The type of a piece and its slug, by the address of its page; `undefined` for any other address. */
export function embeddedPiece(
  address: string,
  publisher: Publisher,
): {type: PublicPiece; slug: string} | undefined {
  const url = URL.parse(address)
  if (!url || url.host !== new URL(publisher.origin).host) return undefined
  const [, parent, written] = /^(.*\/)([^/]+)\/?$/.exec(url.pathname) ?? []
  const type = PUBLIC_PIECES.find((name) => CONTENT_TYPES[name].path === `${parent}:slug`)
  if (!type || written === undefined) return undefined
  try {
    return {type, slug: decodeURIComponent(written)}
  } catch {
    return undefined
  }
}

/**
 * A piece as oEmbed of type *link*: no frame and no script of ours has to run on somebody's page.
 * The picture's credit comes along under a name of our own; the format has none.
 */
export function oembed(
  piece: EmbeddedPiece,
  publisher: Publisher,
  room: Room,
): Record<string, string | number> {
  const authors = authorsOf(piece)
  const [first] = authors
  const picture = fittingPicture(piece, publisher, room)
  const answer: Record<string, string | number | undefined> = {
    version: '1.0',
    type: 'link',
    title: piece.headline ?? undefined,
    description: piece.dek ?? undefined,
    author_name: authors.map(({name}) => name).join(', ') || undefined,
    author_url:
      authors.length === 1 && first?.slug
        ? addressOf(publisher, authorPath(first.slug))
        : undefined,
    provider_name: publisher.name,
    provider_url: addressOf(publisher, '/'),
    cache_age: 3600,
    ...(picture && {
      thumbnail_url: addressOf(publisher, picture.rendition.src),
      thumbnail_width: picture.rendition.width,
      thumbnail_height: picture.rendition.height,
      thumbnail_credit: picture.credit,
    }),
  }
  return Object.fromEntries(
    Object.entries(answer).filter(
      (entry): entry is [string, string | number] => entry[1] !== undefined,
    ),
  )
}

function fittingPicture(
  {leadPhoto}: EmbeddedPiece,
  publisher: Publisher,
  room: Room,
): Picture | undefined {
  const whole = pictureOf(leadPhoto, publisher)
  if (!whole) return undefined
  const {width, height} = whole.rendition
  const fitting = Math.floor(Math.min(width, room.width, (room.height * width) / height))
  return fitting > 0 ? pictureOf(leadPhoto, publisher, {width: fitting}) : undefined
}

/** The same as XML. */
export function oembedXml(answer: Record<string, string | number>): string {
  const fields = Object.entries(answer).map(([name, value]) => textElement(name, String(value)))
  return xmlDocument(element('oembed', {}, ...fields))
}
