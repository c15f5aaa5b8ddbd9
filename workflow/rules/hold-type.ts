// A rule: a document keeps its type. Each type has fields that only some roles may set; somebody could
// set them while the document is of another type.
import {error} from '../checks/reason.ts'
import {draftIdOf, publishedIdOf} from '../../model/ids.ts'
import type {ReviewReason} from '../../model/records.ts'
import {imports, type RuleAnswer, type RuleChange, type RuleInput} from './types.ts'

export function holdType(input: RuleInput): RuleAnswer {
  // An act that takes an article down puts its draft in the place of whatever an import left there.
  if (imports(input) || input.act !== undefined) return {}
  return {reasons: input.changes.flatMap((change) => holdOne(change, input))}
}

function holdOne({id, previous, result}: RuleChange, {read}: RuleInput): ReviewReason[] {
  if (!result) return []
  const refuse = (message: string): ReviewReason[] => [
    error('typeChanged', {document: id, path: '_type'}, message),
  ]
  if (previous && previous._type !== result._type) {
    return refuse(
      `A document keeps its type: this one is "${previous._type}" and cannot become "${result._type}". Create a new document instead.`,
    )
  }
  const published = publishedIdOf(id)
  const other = read(id === published ? draftIdOf(id) : published)
  if (!other || other._type === result._type) return []
  return refuse(
    `A draft has the type of its published document: "${other._id}" is "${other._type}", so "${id}" cannot be "${result._type}".`,
  )
}
