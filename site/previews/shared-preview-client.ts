import type {ContentClient} from '../content-client.ts'

/** A remark on the shared piece. */
export interface Remark {
  text: string
  /** The name of the sender; by default the person for whom the link was made. */
  name?: string
  /** The revision that they read. */
  revision?: string
}

/** A shared preview. */
export interface SharedPreview {
  articleId: string
  /** Whom it is for. */
  recipient: string
  /** ISO 8601 */
  expiresAt: string
  /** Who shared it. */
  byName: string
}

/** The client of a share token. */
export interface SharedPreviewClient extends ContentClient {
  /** Rejects as `remark` does. */
  preview(): Promise<SharedPreview>
  /** Rejects with the lake's refusal as `@sanity/client` reports it. */
  remark(remark: Remark): Promise<void>
}
