// Validates the body of `/data/mutate` before anything runs.
import {BadRequest} from '../errors.ts'
import {isRecord} from '../is-record.ts'
import {parsePatch} from '../parse-patch.ts'
import type {DocumentInput, Json, Mutation} from '../types.ts'
import {holdsProto} from '../unsafe-names.ts'

const KINDS = ['create', 'createOrReplace', 'createIfNotExists', 'delete', 'patch'] as const

/**
 * Checks the shape of each mutation. Documents get an ID from `randomId` if they have none, or if
 * it ends in a dot.
 * @throws BadRequest naming the first invalid mutation
 */
export function parseMutations(input: unknown, randomId: () => string): Mutation[] {
  if (!Array.isArray(input)) {
    throw new BadRequest('The body needs a "mutations" array.', 'mutationError')
  }
  return input.map((mutation: Json, index) => parseMutation(mutation, index, randomId))
}

function parseMutation(mutation: Json, index: number, randomId: () => string): Mutation {
  const where = `Mutation ${index}`
  if (!isRecord(mutation)) throw new BadRequest(`${where} is not an object.`, 'mutationError')
  const keys = Object.keys(mutation)
  const kind = KINDS.find((name) => name === keys[0])
  if (!kind || keys.length !== 1) {
    throw new BadRequest(
      `${where} is unknown (${keys.join(', ') || 'empty'}): use one of ${KINDS.join(', ')}.`,
      'mutationError',
    )
  }
  const body = mutation[kind]
  if (!isRecord(body)) throw new BadRequest(`${where}: ${kind} needs an object.`, 'mutationError')
  if (kind === 'patch' || kind === 'delete') checkSelection(body, where)
  if (kind === 'patch') return {patch: parsePatch(body, where)}
  if (kind === 'delete') {
    if (!('id' in body) && !('query' in body)) {
      throw new BadRequest(`${where}: delete needs an id or a query.`, 'mutationError')
    }
    return {delete: body as {id: string}}
  }
  if (holdsProto(body)) {
    throw new BadRequest(`${where}: a field cannot be called "__proto__".`, 'mutationError')
  }
  // The transaction checks ID and type, for every kind of request.
  const document = {...body, _id: completeId(body['_id'], randomId)} as DocumentInput & {
    _id: string
  }
  if (kind === 'create') return {create: document}
  return kind === 'createOrReplace' ? {createOrReplace: document} : {createIfNotExists: document}
}

/** Parameters are sent to a query thread, which would fail if they were not an object. */
function checkSelection({query, params}: Record<string, Json>, where: string): void {
  if (query !== undefined && typeof query !== 'string') {
    throw new BadRequest(`${where}: "query" is text.`, 'mutationError')
  }
  if (params !== undefined && !isRecord(params)) {
    throw new BadRequest(
      `${where}: "params" must be an object, by parameter name.`,
      'mutationError',
    )
  }
}

function completeId(id: Json | undefined, randomId: () => string): Json {
  if (id === undefined || id === '') return randomId()
  return typeof id === 'string' && id.endsWith('.') ? `${id}${randomId()}` : id
}
