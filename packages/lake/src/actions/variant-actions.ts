// Sanity's actions on variant definitions (`sanity.action.variant.definition.*`). Documents cannot
// have variants in this lake, so actions on those are refused.
import {BadRequest, NotFound} from '../errors.ts'
import {assertVariant, assertVariantName, VARIANT_TYPE, variantDocumentId} from '../variant.ts'
import type {Json, LakeDocument, PatchMutation, PatchOperations, Read} from '../types.ts'
import {
  assertRevision,
  patched,
  patchOf,
  text,
  type ActionHandler,
  type ActionInput,
} from './action.ts'

const create: ActionHandler = (input) => {
  const name = text(input, 'variantId')
  assertVariantName(name)
  const {conditions = {}, priority = 0, metadata} = input
  const said = {conditions, priority, ...(metadata === undefined ? {} : {metadata})}
  assertVariant(said)
  const _id = variantDocumentId(name)
  return {mutations: [{create: {_id, _type: VARIANT_TYPE, name, ...said}}], owns: [_id]}
}

const edit: ActionHandler = (input, read) => {
  const variant = variantOf(input, read)
  assertRevision(variant, variant._id, input['ifRevisionId'])
  const patch = patchOf(input, variant)
  assertEditable(patch)
  assertVariant(patched(variant, patch))
  return {mutations: [{patch}], owns: [variant._id]}
}

const remove: ActionHandler = (input, read) => {
  const variant = variantOf(input, read)
  assertRevision(variant, variant._id, input['ifRevisionId'])
  return {mutations: [{delete: {id: variant._id}}], owns: [variant._id]}
}

/** @throws NotFound */
function variantOf(input: ActionInput, read: Read): LakeDocument {
  const name = text(input, 'variantId')
  const variant = read(variantDocumentId(name))
  if (!variant) throw new NotFound(`There is no variant "${name}".`, 'variantNotFound')
  return variant
}

const EDITABLE = /^(conditions|priority|metadata)(?=$|[.[])/

/** @throws BadRequest for a path to any other field of the document */
function assertEditable(patch: PatchMutation): void {
  const refused = pathsOf(patch).find((path) => !EDITABLE.test(path))
  if (refused === undefined) return
  throw new BadRequest(
    `"${refused}" of a variant cannot be edited: only "conditions", "priority" and "metadata" can.`,
    'actionError',
  )
}

function pathsOf(patch: PatchMutation): string[] {
  const {id: _, ...operations} = patch as {id: string} & PatchOperations
  return Object.entries(operations).flatMap(([operation, given]) => {
    if (operation === 'unset') return [given].flat().map(String)
    if (operation !== 'insert') return Object.keys(given)
    const {items: _items, ...places} = given as {items?: Json}
    return Object.values(places).map(String)
  })
}

const refuseDocuments: ActionHandler = () => {
  throw new BadRequest(
    'This Content Lake stores definitions of variants, but no variants of documents.',
    'notOffered',
  )
}

/** Every action on variants, by its type. */
export const VARIANT_ACTIONS: ReadonlyMap<string, ActionHandler> = new Map([
  ['sanity.action.variant.definition.create', create],
  ['sanity.action.variant.definition.edit', edit],
  ['sanity.action.variant.definition.delete', remove],
  ...['create', 'edit', 'delete', 'publish', 'unpublish'].map(
    (name) => [`sanity.action.document.variant.${name}`, refuseDocuments] as const,
  ),
])
