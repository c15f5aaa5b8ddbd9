// A rule: who verified a quote, and when, is the server's to say; nobody verifies their own words.
import type {Json} from '@copydesk/lake/types'
import {at, textAt} from '../checks/reading.ts'
import {error} from '../checks/reason.ts'
import {CHECKED_STATUSES, verifiedTextHash} from '../verified-text.ts'
import type {PieceDocument} from '../piece.ts'
import {publishedIdOf} from '../../model/ids.ts'
import {basesOf, copiedFrom} from '../bases.ts'
import {imports, type RuleAnswer, type RuleChange, type RuleInput, type RuleWrite} from './types.ts'

/** What the server keeps of a verification: who, when, and which words. */
const SIGNATURE = ['by', 'on', 'verifiedWords']
/** The form fills name and time in as it sets the status; what is near enough stays as it is. */
const TOLERANCE_MS = 5 * 60_000

export function keepVerification(input: RuleInput): RuleAnswer {
  if (imports(input)) return {}
  const quotes = input.changes.filter(
    (change) => change.result?._type === 'expertQuote' && !takesOver(change, input),
  )
  const answers = quotes.map((change) => keepOne(change, input))
  return {
    reasons: answers.flatMap(({reasons = []}) => reasons),
    writes: answers.flatMap(({writes = []}) => writes),
  }
}

/** A publication: the quote keeps the verification of its draft or version. */
function takesOver({id, result}: RuleChange, {changes}: RuleInput): boolean {
  return changes.some(
    (other) =>
      other.id !== id &&
      publishedIdOf(other.id) === publishedIdOf(id) &&
      other.previous?._type === 'expertQuote' &&
      textAt(other.previous, 'text') === textAt(result, 'text') &&
      ['status', ...SIGNATURE].every(
        (name) => at(other.previous, ['verification', name]) === at(result, ['verification', name]),
      ),
  )
}

function keepOne(change: RuleChange, input: RuleInput): RuleAnswer {
  const {id, result} = change
  const {actor, now} = input
  if (!result || input.act !== undefined) return {}
  const is = statusOf(result)
  const bases = [...basesOf(change, input), ...copiedFrom(change, input)]
  const before = bases.find((base) => statusOf(base) === is) ?? bases[0] ?? null
  if (statusOf(before) === is) return {writes: restore(id, before, result)}
  if (CHECKED_STATUSES.includes(is) && wroteWords(change, bases, input)) {
    return {
      reasons: [
        error(
          'fieldOwnership',
          {document: id, path: 'verification.status'},
          'You wrote words of this quote: somebody else verifies it.',
        ),
      ],
    }
  }
  if (is === 'unverified') {
    return {writes: unsigned(id, result)}
  }
  const on = Date.parse(textAt(result, 'verification', 'on') ?? '')
  const isSigned =
    textAt(result, 'verification', 'by') === actor.name &&
    Math.abs(on - Date.parse(now)) <= TOLERANCE_MS
  const mark = {'verification.verifiedWords': verifiedTextHash(result)}
  const signature = {'verification.by': actor.name, 'verification.on': now}
  return {writes: [{patch: {id, set: isSigned ? mark : {...signature, ...mark}}}]}
}

const statusOf = (quote: PieceDocument | null): string =>
  textAt(quote, 'verification', 'status') ?? 'unverified'

/**
 * Whether the actor wrote any of the present words: in this transaction, or before. Of a quote whose
 * history is not known (an import, a purge) its creator wrote them.
 */
function wroteWords(
  {result}: RuleChange,
  bases: readonly PieceDocument[],
  {actor, authorsOf}: RuleInput,
): boolean {
  const base = bases.find((one) => textAt(one, 'text') === textAt(result, 'text'))
  if (!base) return true
  const authors = authorsOf?.(base._id, 'text') ?? []
  if (authors.length > 0) return authors.includes(actor.id)
  return textAt(base, '_system', 'createdBy') === actor.id
}

/** Without a new status the signature stays what it was. */
function restore(id: string, before: PieceDocument | null, result: PieceDocument): RuleWrite[] {
  return SIGNATURE.flatMap((name): RuleWrite[] => {
    const was = at(before, ['verification', name])
    if (was === at(result, ['verification', name])) return []
    const path = `verification.${name}`
    return [{patch: was === undefined ? {id, unset: [path]} : {id, set: {[path]: was as Json}}}]
  })
}

function unsigned(id: string, result: PieceDocument): RuleWrite[] {
  const signed = SIGNATURE.some((name) => at(result, ['verification', name]) !== undefined)
  return signed ? [{patch: {id, unset: SIGNATURE.map((name) => `verification.${name}`)}}] : []
}
