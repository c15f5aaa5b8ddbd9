// A rule: who verified a quote, and when, is the server's to say; nobody verifies their own.
import {at, textAt} from '../checks/reading.ts'
import {error} from '../checks/reason.ts'
import {wordsMark} from '../verified-words.ts'
import {publishedIdOf, type PieceDocument} from '../piece.ts'
import {imports, type RuleAnswer, type RuleChange, type RuleInput, type RuleWrite} from './types.ts'

/** Statuses that say that somebody has compared the words. */
const CHECKED = ['sourceMatched', 'recordingChecked', 'confirmedBySpeaker']
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

/** A publication: the quote goes on as it stood in its draft or version, with whoever verified it. */
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

function keepOne({id, previous, result}: RuleChange, input: RuleInput): RuleAnswer {
  const {read, actor, now} = input
  const published = id === publishedIdOf(id) ? previous : read(publishedIdOf(id))
  const before = previous ?? copied(id, read) ?? published
  if (!result || input.act !== undefined) return {}
  const was = statusOf(before)
  const is = statusOf(result)
  if (was === is) return {writes: restore(id, before, result)}
  if (CHECKED.includes(is) && isOwn({id, previous, published, result}, actor.id)) {
    return {
      reasons: [
        error(
          'fieldOwnership',
          {document: id, path: 'verification.status'},
          'You entered this quote: somebody else verifies it.',
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
  const mark = {'verification.verifiedWords': wordsMark(result)}
  const signature = {'verification.by': actor.name, 'verification.on': now}
  return {writes: [{patch: {id, set: isSigned ? mark : {...signature, ...mark}}}]}
}

/** A version is made of the draft, with whoever verified that. */
const copied = (id: string, read: RuleInput['read']): PieceDocument | null =>
  id.startsWith('versions.') ? read(`drafts.${publishedIdOf(id)}`) : null

const statusOf = (quote: PieceDocument | null): string =>
  textAt(quote, 'verification', 'status') ?? 'unverified'

/** Whose words they are: of a quote that readers know, whoever changes them anew. */
function isOwn(
  {
    id,
    previous,
    published,
    result,
  }: RuleChange & {published: PieceDocument | null; result: PieceDocument},
  actorId: string,
): boolean {
  if (published && textAt(published, 'text') === textAt(result, 'text')) return false
  const isDraft = id !== publishedIdOf(id)
  const creator = previous && isDraft ? textAt(previous, '_system', 'createdBy') : actorId
  return creator === actorId
}

/** Without a new status the signature stays what it was. */
function restore(id: string, before: PieceDocument | null, result: PieceDocument): RuleWrite[] {
  return SIGNATURE.flatMap((name): RuleWrite[] => {
    const was = at(before, ['verification', name])
    if (was === at(result, ['verification', name])) return []
    const path = `verification.${name}`
    return [{patch: was === undefined ? {id, unset: [path]} : {id, set: {[path]: was}}}]
  })
}

function unsigned(id: string, result: PieceDocument): RuleWrite[] {
  const signed = SIGNATURE.some((name) => at(result, ['verification', name]) !== undefined)
  return signed ? [{patch: {id, unset: SIGNATURE.map((name) => `verification.${name}`)}}] : []
}
