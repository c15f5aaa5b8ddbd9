// What the server keeps of previews for people without an account: the link, and what they remark.
import type {Signature} from '../../model/records.ts'

type WeakReference = {
  _type: 'reference'
  _ref: string
  _weak: true
}

/** `link.<…>`: a shared preview of one article. The share token itself is not stored. */
export type PreviewLink = Signature & {
  _id: string
  _type: 'previewLink'
  article: WeakReference
  /** The recipient, as the person who shared it typed it. */
  recipient: string
  /** ISO 8601 */
  expiresAt: string
  /** Taken back before its time. */
  revoked?: Signature
}

/**
 * Whether a document is a shared preview. Only the server writes them, so the type is enough to know the
 * shape.
 */
export const isPreviewLink = (document: {_type: string} | null): document is PreviewLink =>
  document?._type === 'previewLink'

/** `remark.<…>`: what somebody said who looked at an article by a link. */
export type PreviewRemark = {
  _id: string
  _type: 'previewRemark'
  article: WeakReference
  link: WeakReference
  /** Who says it, as they sign; the link's recipient unless they do. */
  name: string
  text: string
  /** ISO 8601 */
  at: string
  /** The article's `_rev` in the page that they looked at. */
  revision?: string
}

export const linkIdOf = (key: string): string => `link.${key}`
export const remarkIdOf = (key: string): string => `remark.${key}`

/** Whether the link opens anything at that time (ISO 8601). */
export function isOpen({expiresAt, revoked}: PreviewLink, now: string): boolean {
  return !revoked && Date.parse(expiresAt) > Date.parse(now)
}
