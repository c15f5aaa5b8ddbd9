// What people ask of previews, as it came over HTTP: each member of the kind expected, or a sentence
// that says which is not.
import type {ReviewReason} from '../../model/records.ts'
import {error} from '../checks/reason.ts'
import {lengthOf} from '../../model/lengths.ts'

/** Body of `POST /v1/acts/:dataset`, beside the acts on a piece (`../../model/editorial-actions.ts`). */
export type PreviewRequest =
  | {
      act: 'sharePreview'
      articleId: string
      /** Whom it is for. */
      recipient: string
      /** ISO 8601 */
      expiresAt: string
    }
  | {act: 'revokePreview'; linkId: string}
  /** Requests of the holder of a share token. */
  | {act: 'remark'; text: string; name?: string; revision?: string}

export const PREVIEW_ACTIONS = ['sharePreview', 'revokePreview', 'remark'] as const

/** Days for which a link can be made: what a lawyer or a source needs, and not a second way in. */
export const LONGEST_DAYS = 90
/** Characters. */
export const LIMITS = {recipient: 100, name: 100, text: 5000}

type Body = Readonly<Record<string, unknown>>

/** Of a transaction's id, which is what a revision is. */
const REVISION = /^[\w.-]{1,128}$/

const textOf = (body: Body, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** Names stand on one line, wherever they are shown. */
const nameIn = (body: Body, name: string): string =>
  textOf(body, name)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()

/** @returns the request, or what is wrong with its form */
export function parsePreviewRequest(body: Body): PreviewRequest | {problem: string} {
  for (const name of [
    'articleId',
    'linkId',
    'recipient',
    'expiresAt',
    'text',
    'name',
    'revision',
  ]) {
    const value = body[name]
    if (value !== undefined && value !== null && typeof value !== 'string') {
      return {problem: `"${name}" is text.`}
    }
  }
  if (body['act'] === 'sharePreview') {
    const articleId = textOf(body, 'articleId').replace(/^drafts\./, '')
    if (!articleId) return {problem: '"articleId" is missing.'}
    if (articleId.includes('.')) return {problem: '"articleId" is not a published document ID.'}
    const expiresAt = textOf(body, 'expiresAt')
    return {act: 'sharePreview', articleId, recipient: nameIn(body, 'recipient'), expiresAt}
  }
  if (body['act'] === 'revokePreview') {
    const linkId = textOf(body, 'linkId')
    return linkId ? {act: 'revokePreview', linkId} : {problem: '"linkId" is missing.'}
  }
  const name = nameIn(body, 'name')
  const revision = textOf(body, 'revision')
  if (revision && !REVISION.test(revision)) return {problem: '"revision" is not a revision.'}
  return {
    act: 'remark',
    // As it was written: only what is around it goes.
    text: textOf(body, 'text').replaceAll('\r\n', '\n'),
    ...(name ? {name} : {}),
    ...(revision ? {revision} : {}),
  }
}

/** Reasons why a text cannot be taken: it is not there, or longer than allowed. */
export function checkText(
  subject: string,
  field: keyof typeof LIMITS,
  text: string,
  missing: string,
): ReviewReason[] {
  const place = {document: subject, path: field}
  if (text === '') return [error(`${field}Missing`, place, missing)]
  if (lengthOf(text) <= LIMITS[field]) return []
  const most = LIMITS[field]
  return [error(`${field}TooLong`, place, `It is too long: at most ${most} characters.`)]
}
