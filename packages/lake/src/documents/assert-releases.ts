// Versions of a release that is scheduled, published or archived can only be changed by the
// release's actions.
import {LakeError} from '../errors.ts'
import {releaseIdOf} from '@copydesk/groq/documents'
import {releaseDocumentId, type Release} from '../release.ts'
import type {Change} from '../types.ts'
import type {Transaction} from './transaction.ts'

/**
 * @throws LakeError 409 for a change of a version whose release is not active, before or after the
 * change
 */
export function assertReleases(
  changes: readonly Change[],
  {load, read, isOwned}: Pick<Transaction, 'load' | 'read' | 'isOwned'>,
): void {
  for (const {id} of changes) {
    const name = releaseIdOf(id)
    if (name === undefined || isOwned(id)) continue
    const releaseId = releaseDocumentId(name)
    const [before, after] = [load(releaseId), read(releaseId)] as [Release | null, Release | null]
    const isOpen = [before, after].some((release) => !release || release.state === 'active')
    if (isOpen) continue
    throw new LakeError(
      409,
      'invalidReleaseState',
      `The release "${name}" is ${after?.state}, so its versions cannot be changed.`,
      {releaseId: name, state: after?.state},
    )
  }
}
