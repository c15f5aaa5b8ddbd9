// Compares two versions of a piece, for example the approved version and the current draft.
import {typesOfKind} from '../../../model/registry.ts'
import {canonicalJson, contentOf} from '../../../workflow/canonical-json.ts'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {publishedIdOf} from '../../../model/ids.ts'
import {UNSEEN, type DocumentDiff, type PieceDiff} from './diff-model.ts'
import {fieldsOf, type FieldContext} from './field-diff.ts'
import {shortTitle} from '../short-title.ts'
import {guessShape, type ShapeOf} from './shape.ts'

export interface DiffHelp {
  shapeOf: ShapeOf
  /**
   * Titles of documents that the piece refers to and does not contain: authors, sections, topics,
   * pages.
   */
  titleOf: (id: string) => string | undefined
  /** The newsroom's time zone (IANA). */
  timeZone: string
}

/** The piece comes first, as for readers. The order of publication is the reverse. */
const ORDER: readonly string[] = typesOfKind('piece', 'member', 'plain')

/**
 * Empty exactly if both have the same content hash. The order of the documents does not matter.
 *
 * @param before the documents of the earlier version, drafts or published
 */
export function diffPieces(
  before: readonly PieceDocument[],
  after: readonly PieceDocument[],
  {shapeOf, titleOf, timeZone}: DiffHelp,
): PieceDiff {
  const [old, now] = [byId(before), byId(after)]
  const name = (id: string): string | undefined => {
    const document = now.get(publishedIdOf(id)) ?? old.get(publishedIdOf(id))
    return (document && shortTitle(document)) ?? titleOf(publishedIdOf(id))
  }
  const context: FieldContext = {titleOf: name, timeZone}
  const documents = [...new Set([...now.keys(), ...old.keys()])].flatMap((id): DocumentDiff[] => {
    const [from, to] = [old.get(id), now.get(id)]
    const document = to ?? from
    if (!document || (from && to && sameContent(from, to))) return []
    const shape = shapeOf(document._type) ?? guessShape(document._type, document)
    const fields = to ? fieldsOf(content(from), content(to), shape, context) : []
    if (to && fields.length === 0) {
      fields.push({path: '', title: shape.title, kind: 'note', note: UNSEEN})
    }
    return [
      {
        id,
        type: document._type,
        kind: shape.title,
        title: shortTitle(document) ?? 'Without a title',
        change: from ? (to ? 'changed' : 'removed') : 'added',
        fields,
      },
    ]
  })
  const rank = ({type}: DocumentDiff): number =>
    (ORDER.indexOf(type) + ORDER.length + 1) % (ORDER.length + 1)
  return {documents: documents.toSorted((a, b) => rank(a) - rank(b))}
}

const byId = (documents: readonly PieceDocument[]): Map<string, PieceDocument> =>
  new Map(documents.map((document) => [publishedIdOf(document._id), document]))

const sameContent = (a: PieceDocument, b: PieceDocument): boolean =>
  canonicalJson(contentOf(a)) === canonicalJson(contentOf(b))

/** Content without the ID, which is the same on both sides. */
const content = (document: PieceDocument | undefined): object =>
  document ? {...contentOf(document), _id: undefined} : {}
