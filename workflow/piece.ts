// The piece: an article, or a document of another reviewed type, with the photos, quotes and sources
// that it reaches, published as one.
import {contentType, isFirstWithPiece, isMemberType, typesOfKind} from '../model/registry.ts'
import {publishedIdOf} from '../model/ids.ts'
import type {DocumentInput} from '@copydesk/lake/types'

/** A document, as far as the piece looks into it. */
export type PieceDocument = DocumentInput & {_id: string}

/**
 * Answers a document by its published id as the piece would show it: the draft where there is one, but of
 * an author the published version (`asInPiece`). Null says that there is none; undefined that the caller
 * has not looked yet.
 */
export type GetDocument = (publishedId: string) => PieceDocument | null | undefined

export interface Piece {
  /** Published ids in the order of publication: sources, quotes, photos, new authors, the piece itself. */
  order: string[]
  /** Sections and topics, which must be published already, and authors who are. */
  required: string[]
  /** Ids that something refers to and that do not exist. */
  missing: string[]
  /** Ids that `get` did not know yet; look them up and ask again. */
  unknown: string[]
}

/** Leaves first, so that nothing is published before what it refers to: an author's portrait is a photo. */
const MEMBERS: readonly string[] = [...typesOfKind('member').toReversed(), ...typesOfKind('plain')]

/**
 * Follows an article's references to what readers will see of it. Photos, quotes, sources and new authors
 * are followed on; what is meant to stay weak (related articles, links in the text) is not part of the
 * piece. Elsewhere a reference counts however firmly it is kept: readers see its target all the same.
 *
 * @param article the article as it would be published
 * @param get looks documents up; never asked for assets
 */
export function reach(article: PieceDocument, get: GetDocument): Piece {
  const members: PieceDocument[] = []
  const required: string[] = []
  const missing: string[] = []
  const unknown: string[] = []
  const seen = new Set([publishedIdOf(article._id)])
  const toVisit = [article]

  for (let document = toVisit.shift(); document; document = toVisit.shift()) {
    for (const {id, isForeign} of references(document)) {
      if (seen.has(id)) continue
      seen.add(id)
      // Documents of another dataset cannot be read here.
      const found = isForeign ? null : get(id)
      if (found === undefined) unknown.push(id)
      else if (found === null) missing.push(id)
      else if (!isMember(found)) required.push(id)
      else {
        members.push(found)
        toVisit.push(found)
      }
    }
  }

  const order = MEMBERS.flatMap((type) =>
    members.filter(({_type}) => _type === type).map(({_id}) => publishedIdOf(_id)),
  )
  return {order: [...order, publishedIdOf(article._id)], required, missing, unknown}
}

const isMember = (document: PieceDocument): boolean =>
  isMemberType(document._type) || isNewAuthor(document)

/** Whether a document that `GetDocument` answers is an author whom readers have never seen. */
export const isNewAuthor = ({_id, _type}: PieceDocument): boolean =>
  isFirstWithPiece(_type) && _id.startsWith('drafts.')

/** Fields that keep their references weak: readers go there by a link. The last two are links in a text. */
const LINKS = [
  ...typesOfKind('piece').flatMap((type) => contentType(type)?.links ?? []),
  'reference',
  'link',
]

/** Everything that a document refers to for good, in the order in which it does. */
function references(value: unknown, field = ''): {id: string; isForeign: boolean}[] {
  if (Array.isArray(value)) return value.flatMap((item) => references(item, field))
  if (typeof value !== 'object' || value === null) return []
  const {_ref, _weak, _strengthenOnPublish, _dataset, _projectId} = value as {
    _ref?: unknown
    _weak?: boolean
    _strengthenOnPublish?: {weak?: boolean}
    _dataset?: unknown
    _projectId?: unknown
  }
  if (typeof _ref === 'string') {
    const isWeak = _strengthenOnPublish ? _strengthenOnPublish.weak === true : _weak === true
    if ((isWeak && LINKS.includes(field)) || isAsset(_ref)) return []
    return [
      {id: publishedIdOf(_ref), isForeign: _dataset !== undefined || _projectId !== undefined},
    ]
  }
  return Object.entries(value).flatMap(([name, member]) => references(member, name))
}

const isAsset = (id: string): boolean => /^(image|file)-[0-9a-f]{40}-/.test(id)
