// The page with which the tool opens: that of the piece that the person works on.
import {previewPath, typesOfKind} from '../../../model/registry.ts'
import {isOneOf} from '../../../model/registry-groq.ts'
import {useEffect} from 'react'
import {previewAddress} from '../../data/page-address.ts'
import {FRONT_PAGE} from './locations.ts'

/** Pieces that the person began come first. */
const LATEST_QUERY = `*[${isOneOf(typesOfKind('piece'))}]
  | order(_system.createdBy == identity() desc, _updatedAt desc)[0]{_id, _type}`

/** The part of a client that is needed. */
export interface DraftsClient {
  fetch<T>(
    query: string,
    params: Record<string, unknown>,
    options: {perspective: 'drafts'; tag: string},
  ): Promise<T>
}

interface Opened {
  _id: string
  _type: string
}

let opened: Opened | undefined

/** @param piece whose form is on the screen, by its published id */
export function rememberPiece(piece: Opened): void {
  opened = piece
}

/** Belongs into the form of a piece. */
export function RememberPiece({id, type}: {id: string; type: string}) {
  useEffect(() => rememberPiece({_id: id, _type: type}), [id, type])
  return null
}

/** For `previewUrl.initial`. */
export async function firstPage(client: DraftsClient): Promise<string> {
  const options = {perspective: 'drafts', tag: 'first-page'} as const
  const piece = opened ?? (await client.fetch<Opened | null>(LATEST_QUERY, {}, options))
  return previewAddress(piece ? (previewPath(piece) ?? '') : FRONT_PAGE)
}
