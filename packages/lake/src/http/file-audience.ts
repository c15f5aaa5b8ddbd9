// Who may have a stored file by its address: everybody, or who may read its document alone.
import type {Context} from 'hono'
import {assetDocumentId, type AssetFileName} from '../assets/names.ts'
import {NotFound} from '../errors.ts'
import type {GrantsOf} from '../dataset-grants.ts'
import {ANONYMOUS_ACTOR, type Holds} from '../grants.ts'
import type {DocumentTable} from '../store/documents.ts'
import type {Actor, LakeDocument} from '../types.ts'
import type {LakeEnv} from './context.ts'

export interface FileAudienceDeps {
  grantsOf: GrantsOf
  documents: Pick<DocumentTable, 'get'>
  /** What an actor sees of the documents that use a file. */
  holdsFor: (dataset: string, actor: Actor) => Holds
}

/** The address holds the content's hash, so it never answers anything else. */
const FOREVER = 'public, max-age=31536000, immutable'
/** The crop tool and canvases of other front ends read the pixels. */
const SHARED = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': FOREVER,
}
/** For the staff only: no cache keeps it for others, and each look asks again. */
const NOT_SHARED = {
  'cross-origin-resource-policy': 'same-site',
  'cache-control': 'private, no-cache',
}

export interface FileAudience {
  audience: 'everybody' | 'staff'
  /** Say who may have the file, and keep it. */
  headers: Record<string, string>
}

/** @throws NotFound for who may not: a hidden file is no file, in the same words */
export function fileAudience(
  {documents, grantsOf, holdsFor}: FileAudienceDeps,
  c: Context<LakeEnv, string>,
  dataset: string,
  name: AssetFileName,
): FileAudience {
  const id = assetDocumentId(name)
  // Its document may be gone: what refers to it decides all the same.
  const document = documents.get(dataset, id) ?? ({_id: id} as LakeDocument)
  if (holdsFor(dataset, ANONYMOUS_ACTOR)('referrers', document)) {
    return {audience: 'everybody', headers: SHARED}
  }
  const actor = c.get('actor')
  if (grantsOf(dataset).permits(actor, 'read', document, holdsFor(dataset, actor))) {
    return {audience: 'staff', headers: NOT_SHARED}
  }
  throw new NotFound(`There is no such ${name.kind === 'image' ? 'picture' : 'file'}.`)
}
