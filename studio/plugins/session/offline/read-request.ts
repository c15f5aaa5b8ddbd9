// Takes a request of the studio apart, so that answers to others can be put together for it.
//
// The studio asks for many documents at once, and each time for others. So an answer is kept in its parts.

export type ReadRequest =
  /** Whole documents, or which of them can be read. */
  | {kind: 'documents'; scope: string; ids: string[]; isContent: boolean}
  /** Several queries in one. */
  | {kind: 'batch'; scope: string; parts: Part[]}
  /** Anything else is answered as a whole. */
  | {kind: 'other'; key: string}

type Part =
  /** Fields of documents for their previews. */
  {kind: 'rows'; ids: string[]; projection: string} | {kind: 'part'; key: string}

/** Each document has keys of its own, so that what is known of it is found for any request. */
export const keyOf = {
  /** @param scope a dataset */
  document: (scope: string, id: string): string => `document ${scope} ${id}`,
  availability: (scope: string, id: string): string => `available ${scope} ${id}`,
  /** @param scope a dataset as a perspective shows it */
  row: (scope: string, id: string, projection: string): string =>
    `row ${scope} ${id} ${projection}`,
  part: (scope: string, key: string): string => `part ${scope} ${key}`,
}

/** @param url with its host. @param body of a query that is too long for an address */
export function readRequest(url: URL, body = ''): ReadRequest {
  const params = new URLSearchParams(url.search)
  // What the lake counts requests by.
  params.delete('tag')
  const [, dataset = '', ids] = /^\/v[^/]+\/data\/doc\/([^/]+)\/(.+)$/.exec(url.pathname) ?? []
  if (ids) {
    const isContent = params.get('excludeContent') !== 'true'
    return {kind: 'documents', scope: dataset, ids: decodeURIComponent(ids).split(','), isContent}
  }
  const parts = partsOf(queryOf(params, body))
  if (parts) {
    params.delete('query')
    return {kind: 'batch', scope: `${url.pathname}?${params}`, parts}
  }
  return {kind: 'other', key: `${url.pathname}?${params} ${body}`}
}

/** Only queries without parameters are put together. */
function queryOf(params: URLSearchParams, body: string): string {
  if ([...params.keys()].some((name) => name.startsWith('$'))) return ''
  try {
    const {query = '', params: given = {}} = body
      ? (JSON.parse(body) as {query?: string; params?: object})
      : {query: params.get('query') ?? ''}
    return Object.keys(given).length > 0 ? '' : query
  } catch {
    return ''
  }
}

/** Undefined for anything but `[*[…]…, *[…]…]`. */
function partsOf(query: string): Part[] | undefined {
  const [, inside] = /^\[(\*\[[^]*?)\](?:\[0\.\.\.\d+\])?$/.exec(query.trim()) ?? []
  if (inside === undefined) return undefined
  return splitAtCommas(inside).map((text): Part => {
    const [, ids, projection = ''] =
      /^\*\[_id in (\[[^\]]*\])\]\[0\.\.\.\d+\](\{[^]*\})$/.exec(text) ?? []
    return ids
      ? {kind: 'rows', ids: JSON.parse(ids) as string[], projection}
      : {kind: 'part', key: text}
  })
}

/** At the commas between the members of a list, not at those inside of them. */
function splitAtCommas(text: string): string[] {
  const members: string[] = []
  let depth = 0
  let from = 0
  for (const {0: sign, index} of text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[[\](){},]/g)) {
    if (sign === ',' && depth === 0) {
      members.push(text.slice(from, index).trim())
      from = index + 1
    } else if ('[({'.includes(sign)) depth++
    else if ('])}'.includes(sign)) depth--
  }
  return [...members, text.slice(from).trim()]
}
