// Who may get a stored file by its address: everybody, or only people who may read its document.
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
  /** What an actor may see of the documents that use a file. */
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
/** For staff only: shared caches do not store it, and browsers ask again each time. */
const NOT_SHARED = {
  'cross-origin-resource-policy': 'same-site',
  'cache-control': 'private, no-cache',
}

export interface FileAudience {
  audience: 'everybody' | 'staff'
  /** Which origins may use the file, and which caches may store it. */
  headers: Record<string, string>
}

/** @throws NotFound for a hidden file, with the same message as for a missing one */
export function fileAudience(
  {documents, grantsOf, holdsFor}: FileAudienceDeps,
  c: Context<LakeEnv, string>,
  dataset: string,
  name: AssetFileName,
): FileAudience {
  const id = assetDocumentId(name)
  // Its document may have been deleted: the documents that refer to it still decide.
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
