// A rule: editors publish series, packages and the like without a review. The ledger keeps who changed what,
// in words. The registry's `recorded` names the types.
import {isPieceType, isRecorded, nounOf, titleOf} from '../../model/registry.ts'
import {draftIdOf} from '../../model/ids.ts'
import {isSameContent} from '../canonical-json.ts'
import {describeChange, referencedBy, type Versions} from '../describe-change.ts'
import type {NameOf} from '../fronts/describe-front-change.ts'
import {orderEntry} from '../perform/ledger.ts'
import {withRelease} from '../staged.ts'
import {imports, type RuleAnswer, type RuleChange, type RuleInput} from './types.ts'

export function recordOrder(input: RuleInput): RuleAnswer {
  // The system restores what was recorded before.
  if (input.actor.kind === 'system') return {}
  return {writes: input.changes.filter(isForReaders).map((change) => entryOf(change, input))}
}

function isForReaders({id, previous, result}: RuleChange): boolean {
  const type = (result ?? previous)?._type
  // What a rule takes off a front is in the same entry (`keep-fronts.ts`).
  if (id.includes('.') || !isRecorded(type) || type === 'front') return false
  return !previous || !result || !isSameContent(previous, result)
}

function entryOf({id, previous, result}: RuleChange, input: RuleInput) {
  const versions: Versions = {before: previous, after: result}
  return orderEntry(input, {
    kind: kindOf(versions, input),
    subject: id,
    articles: referencedBy(versions).filter((other) => isPieceType(current(other, input)?._type)),
    changes: describeChange(versions, namesIn(input)),
    ...withRelease(id, input),
  })
}

function kindOf({before, after}: Versions, input: RuleInput) {
  if (imports(input)) return 'import'
  if (!after) return 'removed'
  return before ? 'changed' : 'published'
}

/** The whole title as it is now: the story may have a different one when the entry is read. */
const namesIn =
  (input: RuleInput): NameOf =>
  (id) => {
    const document = current(id, input)
    const title = titleOf(document)
    return title === undefined ? `${nounOf(document?._type)} ${id}` : `“${title}”`
  }

const current = (id: string, {read}: Pick<RuleInput, 'read'>) => read(id) ?? read(draftIdOf(id))
