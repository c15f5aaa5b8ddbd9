// The whole of what one intake writes: the drafts of a piece, and the private record beside it.
import {bytesToHex} from '@noble/hashes/utils.js'
import {sha256} from '@noble/hashes/sha2.js'
import type {Article} from '@copydesk/intake/types'
import {draftsOf, type Draft, type IntakeOptions} from './documents.ts'
import {intakeIdOf, suggestionsOf, type IntakeRecord} from './suggestions.ts'

/** SHA-256 of a file, hexadecimal. */
export const hashOf = (file: Uint8Array): string => bytesToHex(sha256(file))

/** GROQ: whether the lake has a picture, by the SHA-1 that names its asset. Parameter `$hash`. */
export const HAS_PICTURE = 'count(*[_type == "sanity.imageAsset" && sha1hash == $hash]) > 0'

/** GROQ: the article that the same file became before. Parameter `$hash`. */
export const EARLIER_INTAKE = `*[_type == "privateIntake" && fileHash == $hash && count(*[_id in [^.article._ref, "drafts." + ^.article._ref]]) > 0][0].article._ref`

export interface IntakeFile {
  name: string | null
  hash: string
}

/** What a person has confirmed before anything is written: positions in `Article.quotes` and `Article.photos`. */
export interface Confirmed {
  quotes: ReadonlySet<number>
  photos: ReadonlySet<number>
}

export interface RecordOptions extends IntakeOptions {
  confirmed?: Confirmed
}

/** All documents of an intake, the record last. They are one transaction. */
export function intakeOf(
  article: Article,
  file: IntakeFile,
  options: RecordOptions,
): {documents: Draft[]; articleId: string} {
  const {documents, articleId, quoteIds, photoIds} = draftsOf(article, options)
  const {confirmed} = options
  const isConfirmed = (id: string): boolean =>
    confirmed !== undefined &&
    (confirmed.quotes.has(quoteIds.indexOf(id)) || confirmed.photos.has(photoIds.indexOf(id)))
  const record: IntakeRecord = {
    _id: intakeIdOf(articleId),
    _type: 'privateIntake',
    article: {_type: 'reference', _ref: articleId, _weak: true},
    ...(file.name ? {fileName: file.name} : {}),
    fileHash: file.hash,
    suggested: suggestionsOf(documents).filter(({document}) => !isConfirmed(document)),
    leftOut: article.furniture.map(({text}) => text),
  }
  return {documents: [...documents, record], articleId}
}
