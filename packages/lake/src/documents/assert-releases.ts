// What is in a release that is scheduled, published or archived stands: its versions change by the
// release's own actions alone.
import {LakeError} from '../errors.ts'
import {releaseIdOf} from '@copydesk/groq/documents'
import {releaseDocumentId, type Release} from '../release.ts'
import type {Change, LakeDocument} from '../types.ts'

/**
 * @param stored a document before the transaction
 * @param read the same after it
 * @param isOwned whether an action of the release writes the version
 * @throws LakeError 409 for a change of a version whose release is not active, before or after
 */
export function assertReleases(
  changes: readonly Change[],
  stored: (id: string) => LakeDocument | null,
  read: (id: string) => LakeDocument | null,
  isOwned: (id: string) => boolean,
): void {
  for (const {id} of changes) {
    const name = releaseIdOf(id)
    if (name === undefined || isOwned(id)) continue
    const releaseId = releaseDocumentId(name)
    const [before, after] = [stored(releaseId), read(releaseId)] as [Release | null, Release | null]
    const isOpen = [before, after].some((release) => !release || release.state === 'active')
    if (isOpen) continue
    throw new LakeError(
      409,
      'invalidReleaseState',
      `The release "${name}" is ${after?.state}: what is in it stays as it is.`,
      {releaseId: name, state: after?.state},
    )
  }
}
