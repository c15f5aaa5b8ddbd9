// What may be said about an article in an e-mail, as it is at this moment.
import {DEFAULT_PIECE, isPieceType, nounOf, titleOf} from '../../model/registry.ts'
import {draftIdOf} from '../../model/ids.ts'
import type {LakeDocument} from '@copydesk/lake/types'
import type {Notification} from '../../model/records.ts'

export type MailableSubject =
  | {sayable: true; headline?: string}
  /** `what` continues "something about an …". */
  | {sayable: false; what: string}

/**
 * An embargo counts on the draft and on the live form alike. Whether one lay on an article that has
 * gone nobody knows: nothing is said about it either.
 *
 * @param get answers a stored document by its id
 * @param piece its id, and its type for where it has gone
 * @param now milliseconds since the epoch
 */
export function mailableArticle(
  get: (id: string) => LakeDocument | null,
  {id, type}: {id: string; type: string},
  now: number,
): MailableSubject {
  const forms = [get(draftIdOf(id)), get(id)].filter((form) => form !== null)
  if (forms.length === 0) return {sayable: false, what: `${nounOf(type)} that is no longer there`}
  if (forms.some((form) => isUnderEmbargo(form, now))) {
    return {sayable: false, what: `${nounOf(type)} under embargo`}
  }
  const headline = forms.map(titleOf).find((title) => title !== undefined)
  return {sayable: true, ...(headline === undefined ? {} : {headline})}
}

/** As for readers: a time that cannot be read is one that has not come. */
function isUnderEmbargo({embargo}: LakeDocument, now: number): boolean {
  if (typeof embargo !== 'object' || embargo === null || Array.isArray(embargo)) return false
  const until = embargo['until']
  if (until === undefined || until === null) return false
  return !(typeof until === 'string' && Date.parse(until) <= now)
}

/**
 * What a notification is about. Of a photo, a quote or a source nobody says here whether it belongs to
 * an article under embargo, so nothing of it is said.
 */
export function mailableSubject(
  get: (id: string) => LakeDocument | null,
  {article, subject, subjectType, task}: Notification,
  now: number,
): MailableSubject {
  const piece = article ?? (isPieceType(subjectType) ? subject : undefined)
  if (piece) return mailableArticle(get, {id: piece._ref, type: subjectType ?? DEFAULT_PIECE}, now)
  if (task && !subject) return {sayable: true}
  return {sayable: false, what: subjectType ? nounOf(subjectType) : 'comment'}
}
