// A patch as it arrives in mutations and in edit actions, checked before anything runs.
import {BadRequest} from './errors.ts'
import type {Json, PatchMutation} from './types.ts'

const PATCH_MEMBERS = new Set([
  'id',
  'query',
  'params',
  'ifRevisionID',
  'ifRevisionId',
  'set',
  'setIfMissing',
  'unset',
  'insert',
  'inc',
  'dec',
  'diffMatchPatch',
  'merge',
])

/**
 * Checks a patch's members. `where` begins the error's sentence.
 *
 * @throws BadRequest for an unknown operation or a patch that selects nothing
 */
export function parsePatch(body: Record<string, Json>, where: string): PatchMutation {
  const unknown = Object.keys(body).find((key) => !PATCH_MEMBERS.has(key))
  if (unknown) {
    throw new BadRequest(`${where}: unknown patch operation "${unknown}".`, 'mutationError')
  }
  if (!('id' in body) && !('query' in body)) {
    throw new BadRequest(`${where}: patch needs an id or a query.`, 'mutationError')
  }
  const {ifRevisionId, ...rest} = body
  return {
    ...rest,
    ...(ifRevisionId === undefined ? {} : {ifRevisionID: ifRevisionId}),
  } as PatchMutation
}
