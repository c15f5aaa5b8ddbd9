// Finds the release of an action or a version.
import {NotFound} from '../errors.ts'
import {releaseIdOf} from '@copydesk/groq/documents'
import {assertState, releaseDocumentId, type Release} from '../release.ts'
import type {Read} from '../types.ts'
import {text, type ActionInput} from './action.ts'

/** @throws NotFound */
export function releaseOf(input: ActionInput, read: Read): Release {
  return existingRelease(read, text(input, 'releaseId'))
}

/**
 * A version can only be added to an existing, active release. Drafts belong to no release.
 * @throws NotFound, LakeError 409
 */
export function assertOpen(read: Read, versionId: string): void {
  const name = releaseIdOf(versionId)
  if (name !== undefined) assertState(existingRelease(read, name), ['active'])
}

function existingRelease(read: Read, name: string): Release {
  const release = read(releaseDocumentId(name))
  if (!release) throw new NotFound(`There is no release "${name}".`, 'releaseNotFound')
  return release as Release
}
