// What may be said about an article in an e-mail, as it is at this moment.
import {isPieceType, nounOf, titleOf} from '../../model/registry.ts'
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
 * @param now milliseconds since the epoch
 */
export function mailableArticle(
  get: (id: string) => LakeDocument | null,
  articleId: string,
  now: number,
): MailableSubject {
  const forms = [get(draftIdOf(articleId)), get(articleId)].filter((form) => form !== null)
  if (forms.length === 0) return {sayable: false, what: 'article that is no longer there'}
  if (forms.some((form) => isUnderEmbargo(form, now))) {
    return {sayable: false, what: 'article under embargo'}
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
  if (article) return mailableArticle(get, article._ref, now)
  if (subject && isPieceType(subjectType)) return mailableArticle(get, subject._ref, now)
  if (task && !subject) return {sayable: true}
  return {sayable: false, what: subjectType ? nounOf(subjectType) : 'comment'}
}
