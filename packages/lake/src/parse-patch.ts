// Validates the patches of mutations and edit actions before anything runs.
import {BadRequest} from './errors.ts'
import {pathProblem} from './patch-path.ts'
import type {Json, PatchMutation} from './types.ts'
import {holdsProto} from './unsafe-names.ts'
import {isRecord} from './is-record.ts'

const SELECTION = ['id', 'query', 'params', 'ifRevisionID', 'ifRevisionId']
/** Operations that are an object from paths to values. */
const BY_PATH = ['set', 'setIfMissing', 'inc', 'dec', 'diffMatchPatch']
const MEMBERS = new Set([...SELECTION, ...BY_PATH, 'unset', 'insert'])
const PLACES = ['before', 'after', 'replace']

/** The types of values in an operation. Other operations accept any JSON. */
const VALUES: Record<string, {is: (value: Json) => boolean; expected: string}> = {
  inc: {is: (value) => typeof value === 'number', expected: 'a number'},
  dec: {is: (value) => typeof value === 'number', expected: 'a number'},
  diffMatchPatch: {is: (value) => typeof value === 'string', expected: 'a text'},
}

/**
 * Checks a patch's members: its paths and the value of each operation. `where` begins the error's
 * sentence.
 * @throws BadRequest for an unknown operation, an operation without effect, or a patch that selects
 * nothing
 */
export function parsePatch(body: Record<string, Json>, where: string): PatchMutation {
  const refuse: Refuse = (problem) => {
    throw new BadRequest(`${where}: ${problem}`, 'mutationError')
  }
  const unknown = Object.keys(body).find((key) => !MEMBERS.has(key))
  if (unknown) refuse(`unknown patch operation "${unknown}".`)
  if (!('id' in body) && !('query' in body)) refuse('patch needs an id or a query.')
  for (const operation of BY_PATH) checkByPath(operation, body[operation], refuse)
  checkUnset(body['unset'], refuse)
  checkInsert(body['insert'], refuse)
  const {ifRevisionId, ...rest} = body
  return {
    ...rest,
    ...(ifRevisionId === undefined ? {} : {ifRevisionID: ifRevisionId}),
  } as PatchMutation
}

type Refuse = (problem: string) => never

function checkByPath(operation: string, given: Json | undefined, refuse: Refuse): void {
  if (given === undefined) return
  if (!isRecord(given)) refuse(`"${operation}" must be an object, from paths to values.`)
  for (const [path, value] of Object.entries(given)) {
    checkPath(path, operation, refuse)
    const {is, expected} = VALUES[operation] ?? {is: () => true, expected: ''}
    if (!is(value)) {
      refuse(`"${operation}" of "${path}" needs ${expected}, not ${JSON.stringify(value)}.`)
    }
    if (holdsProto(value)) refuse(`"${operation}" of "${path}" holds a field called "__proto__".`)
  }
}

function checkUnset(given: Json | undefined, refuse: Refuse): void {
  if (given === undefined) return
  if (!Array.isArray(given)) refuse('"unset" must be a list of paths.')
  for (const path of given) checkPath(path, 'unset', refuse)
}

function checkInsert(given: Json | undefined, refuse: Refuse): void {
  if (given === undefined) return
  if (!isRecord(given)) refuse('"insert" must be an object with a place and "items".')
  const places = PLACES.filter((place) => place in given)
  const [place] = places
  if (place === undefined || places.length > 1) {
    refuse('"insert" needs one of "before", "after" and "replace".')
  }
  checkPath(given[place], `insert ${place}`, refuse)
  const items = given['items']
  if (!Array.isArray(items)) refuse('"insert" needs "items", a list of what to insert.')
  // Replacing items by none removes them. Inserting none would do nothing.
  if (items.length === 0 && place !== 'replace') {
    refuse('"insert" needs at least one item in "items".')
  }
  if (holdsProto(items)) refuse('"insert" holds a field called "__proto__".')
}

function checkPath(path: Json | undefined, operation: string, refuse: Refuse): void {
  if (typeof path !== 'string') {
    refuse(`"${operation}" needs a path, a text, not ${JSON.stringify(path)}.`)
  }
  const problem = pathProblem(path)
  if (problem) refuse(`the path ${JSON.stringify(path)} of "${operation}" ${problem}.`)
}
