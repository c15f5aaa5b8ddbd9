// The whole of what one intake writes: the drafts of a piece, and the private record beside it.
import type {Article} from '@copydesk/intake/types'
import {draftsOf, type Draft, type IntakeOptions} from './documents.ts'
import {intakeIdOf, suggestionsOf, type IntakeRecord} from './suggestions.ts'

/** GROQ: the ID of a picture's asset, by the SHA-1 of its bytes; null if the lake does not have it. Parameter `$hash`. */
export const KNOWN_PICTURE = '*[_type == "sanity.imageAsset" && sha1hash == $hash][0]._id'

/** GROQ: the article that the same file became before. Parameter `$hash`. */
export const EARLIER_INTAKE = `*[_type == "privateIntake" && fileHash == $hash && count(*[_id in [^.article._ref, "drafts." + ^.article._ref]]) > 0][0].article._ref`

export interface IntakeFile {
  name: string | null
  /** SHA-256, hexadecimal. */
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
