// What an approval covers: one number for every word, picture and name of a piece.
import {canonicalJson, contentOf} from './canonical-json.ts'
import {sha256} from './sha256.ts'

/**
 * SHA-256 over the canonical JSON of the documents, whatever order they come in, and whether they
 * are drafts or published.
 *
 * @param documents the article and each photo, quote and source that it reaches, as the newsroom sees
 *   them (the draft where there is one)
 * @param authors hashes of the authors whom readers have never seen (`coverage.ts`)
 */
export function contentHash(
  documents: readonly {_id: string; _type: string}[],
  authors: readonly {id: string; hash: string}[] = [],
): string {
  const contents = [...documents.map(contentOf), ...authors.map(({id, hash}) => ({_id: id, hash}))]
  const byId = contents.toSorted((a, b) => (String(a['_id']) < String(b['_id']) ? -1 : 1))
  return sha256(canonicalJson(byId))
}
