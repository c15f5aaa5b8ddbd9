import {languageTag} from '../../display/language.ts'
import {authorPath} from '../../display/paths.ts'
import type {Piece} from '../../piece.ts'
import {authorsOf, categoriesOf, modifiedAt, pieceAddress, publishedAt} from '../feed-article.ts'
import {enclosureOf} from '../feeds/enclosure.ts'
import {picturesOf} from '../pictures.ts'
import {addressOf, type Publisher} from '../publisher.ts'
import {webAddress} from '../web-address.ts'
import {correctionNode} from './correction.ts'
import {imageNode} from './image.ts'
import {newsroomId} from './newsroom.ts'
import {partOf} from './part-of.ts'

/** A piece of any type as a `CreativeWork`, with its recording as an `AudioObject`. */
export function pieceNode(piece: Piece, publisher: Publisher): object {
  const {headline, dek, language, section} = piece
  const address = webAddress(piece.seo?.canonicalUrl) ?? pieceAddress(publisher, piece)
  const audio = enclosureOf(piece, publisher)
  return {
    '@type': 'CreativeWork',
    '@id': `${address}#${piece._type}`,
    url: address,
    mainEntityOfPage: address,
    headline,
    description: dek ?? undefined,
    datePublished: publishedAt(piece),
    dateModified: modifiedAt(piece),
    inLanguage: languageTag(language) ?? publisher.language,
    about: section?.title ?? undefined,
    keywords: categoriesOf({...piece, section: null}),
    isAccessibleForFree: true,
    ...partOf(piece, publisher),
    publisher: {'@id': newsroomId(publisher)},
    author: authorsOf(piece).map(({name, slug}) => ({
      '@type': 'Person',
      name,
      url: slug ? addressOf(publisher, authorPath(slug)) : undefined,
    })),
    image: picturesOf(piece, publisher).map((picture) => imageNode(picture, publisher)),
    audio: audio && {
      '@type': 'AudioObject',
      contentUrl: audio.url,
      encodingFormat: audio.type,
      contentSize: `${audio.length} B`,
    },
    correction: piece.corrections.flatMap((correction) => correctionNode(correction) ?? []),
  }
}
