// What a person compares with the source before confirming a quote or a photo.
import {nounOf} from '../../../model/registry.ts'
import {publishedIdOf} from '../../../model/ids.ts'
import {textAt} from '../../../workflow/checks/reading.ts'
import {documentsOf, type GatheredPiece} from '../../../workflow/gather.ts'
import type {SuggestedPart} from '../../../workflow/intake/suggestions.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'

export interface DocumentFacts {
  /** Published ID. */
  id: string
  type: string
  noun: string
  title: string
  parts: Record<SuggestedPart, string>
}

/** Of a document that is no longer in the piece, only its ID is known. */
export function factsOf(piece: GatheredPiece, id: string): DocumentFacts {
  const documents = documentsOf(piece)
  const find = (wanted: string): PieceDocument | undefined =>
    documents.find(({_id}) => publishedIdOf(_id) === wanted)
  const document = find(id)
  const type = document?._type ?? ''
  const at = (...path: string[]): string => (document && textAt(document, ...path)) ?? ''
  const words = at('text')
  const credit = [
    at('creditLine'),
    labelled('photographer', at('creator')),
    labelled('rights holder', at('copyrightHolder')),
  ]
  const speakers = document ? speakersOf(document, find) : []
  return {
    id,
    type,
    noun: type ? nounOf(type) : 'document',
    title: words || at('caption') || 'a document that the article no longer uses',
    parts: {
      quote: words ? `“${words}”` : '',
      speakers: speakers.join('; ') || at('attribution'),
      credit: credit.filter(Boolean).join(' · '),
    },
  }
}

const labelled = (label: string, value: string): string => (value ? `${label}: ${value}` : '')

function speakersOf(
  quote: PieceDocument,
  find: (id: string) => PieceDocument | undefined,
): string[] {
  const speakers: unknown = quote['speakers']
  if (!Array.isArray(speakers)) return []
  return speakers.map((speaker: PieceDocument) => {
    const source = find(publishedIdOf(textAt(speaker, 'source', '_ref') ?? ''))
    return [
      source && textAt(source, 'name'),
      textAt(speaker, 'titleAtTime'),
      textAt(speaker, 'affiliationAtTime'),
    ]
      .filter(Boolean)
      .join(', ')
  })
}
