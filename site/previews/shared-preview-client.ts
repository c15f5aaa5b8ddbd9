import type {ContentClient} from '../content-client.ts'

/** What somebody remarks on the article that they were shown. */
export interface Remark {
  text: string
  /** How they sign; whom the link was made for where absent. */
  name?: string
  /** The revision of the article that they looked at. */
  revision?: string
}

/** What a link says of itself. */
export interface SharedPreview {
  articleId: string
  /** Whom it is for. */
  recipient: string
  /** ISO 8601 */
  expiresAt: string
  /** Who shared it. */
  byName: string
}

/** A lake as it answers whoever holds the secret of one shared preview. */
export interface SharedPreviewClient extends ContentClient {
  /** Rejects as `remark` does. */
  preview(): Promise<SharedPreview>
  /** Rejects with the lake's refusal as `@sanity/client` reports it. */
  remark(remark: Remark): Promise<void>
}
