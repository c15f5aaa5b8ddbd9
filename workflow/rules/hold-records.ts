// A rule: reviews, overrides, corrections, notices and the ledger are the server's. No role writes
// them over the API, administrators included; acts do.
import {isSameContent} from '../canonical-json.ts'
import type {PieceDocument} from '../piece.ts'
import {publishedIdOf} from '../../model/ids.ts'
import {isRecord, type ReviewReason} from '../../model/records.ts'
import type {RuleAnswer, RuleChange, RuleInput} from './types.ts'

/** What is on record for good: not even an import changes it. */
const FOR_GOOD = ['override', 'ledgerEntry', 'correction', 'notice', 'previewLink', 'previewRemark']

export function holdRecords({changes, actor, act}: RuleInput): RuleAnswer {
  if (act !== undefined || actor.kind === 'system') return {}
  const importing = actor.roles.includes('importer')
  return {
    reasons: changes.flatMap((change) => {
      if (isNotification(change)) return importing || onlyMarksRead(change) ? [] : [refusal(change)]
      const sides = [change.previous, change.result].filter((side) => side !== null)
      if (!sides.some(isRecord)) return []
      return importing && mayImport(change) ? [] : [refusal(change)]
    }),
  }
}

/** An import restores what is not there, and may say again what is. */
function mayImport({previous, result}: RuleChange): boolean {
  if (!previous) return true
  if (!result) return false
  return !FOR_GOOD.includes(previous._type) || isSameContent(previous, result)
}

const isNotification = ({previous, result}: RuleChange): boolean =>
  [previous, result].some(
    (side) =>
      side?._type === 'notification' || publishedIdOf(side?._id ?? '').startsWith('notification.'),
  )

/** Whose inbox it is, the grants say. Even how firmly it refers to its article stays as it is. */
function onlyMarksRead({previous, result}: RuleChange): boolean {
  if (!previous || !result) return false
  return readingApart(previous) === readingApart(result)
}

function readingApart(notification: PieceDocument): string {
  const {readAt: _a, _rev: _b, _updatedAt: _c, ...rest} = notification
  return JSON.stringify(rest)
}

function refusal({id}: RuleChange): ReviewReason {
  return {
    code: 'serverOnly',
    severity: 'error',
    document: id,
    message: 'This is on record. The newsroom’s server writes it, and nobody else.',
  }
}
