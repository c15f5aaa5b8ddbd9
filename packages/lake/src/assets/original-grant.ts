// URLs that permit the download of an original without a token, for some hours. The export endpoint
// writes them into `url`. @sanity/export sends its token and `dlRaw` only to Sanity's CDN
// (src/AssetHandler.ts), so from here it would get pictures without their credits.
import {createHmac, randomBytes, timingSafeEqual} from 'node:crypto'
import type {Clock, Json} from '../types.ts'

export interface OriginalGrants {
  /**
   * The document for an export: the `url` of an image asset opens the original. Other documents are
   * returned unchanged.
   */
  withOpenUrl(document: Json): Json
  /** Whether the query of a request to `path` has a valid grant. */
  opens(path: string, query: {expires?: string; grant?: string}): boolean
}

/**
 * @param secret by default one of this process, so that a restart ends all grants
 * @param lifetime milliseconds
 */
export function createOriginalGrants(
  clock: Clock,
  {secret = randomBytes(32), lifetime = 12 * 3_600_000}: {secret?: Buffer; lifetime?: number} = {},
): OriginalGrants {
  const mac = (path: string, expires: number) =>
    createHmac('sha256', secret).update(`${expires} ${path}`).digest('hex')
  return {
    withOpenUrl(document) {
      if (document === null || typeof document !== 'object' || Array.isArray(document)) {
        return document
      }
      const {_type, path, url} = document
      if (_type !== 'sanity.imageAsset' || typeof path !== 'string' || typeof url !== 'string') {
        return document
      }
      const expires = clock() + lifetime
      const query = `dlRaw=true&expires=${expires}&grant=${mac(path, expires)}`
      return {...document, url: `${url}?${query}`}
    },
    opens(path, {expires, grant}) {
      const end = Number(expires)
      if (!grant || !Number.isSafeInteger(end) || end < clock()) return false
      const expected = Buffer.from(mac(path, end))
      const given = Buffer.from(grant)
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
  }
}
