// What a running newsroom's API answers to a reader, and to an editor's token that sees every draft.
import type {Newsroom} from './newsroom.ts'

export interface Content {
  /** Asks as a reader without a session. */
  asReader<T>(query: string): Promise<T>
  /** Asks in the raw perspective, by the token. */
  asEditor<T>(query: string): Promise<T>
  /** Writes a draft beside what is stored under this id. */
  draft(id: string, change: Record<string, unknown>): Promise<void>
  /** Writes the draft of a new article: the text of another article under an ID of its own. */
  copy(from: string, id: string, change?: Record<string, unknown>): Promise<void>
  /** Writes documents as a program that imports them, published ones too. */
  write(...documents: object[]): Promise<void>
}

export function openContent({origin, tokens}: Pick<Newsroom, 'origin' | 'tokens'>): Content {
  const api = `${origin}/v2025-02-19/data`
  const authorization = `Bearer ${tokens.editor}`
  const ask = async <T>(query: string, perspective: string, headers: HeadersInit): Promise<T> => {
    const address = `${api}/query/production?perspective=${perspective}&query=${encodeURIComponent(query)}`
    return ((await read(await fetch(address, {headers}))) as {result: T}).result
  }
  const put = async (token: string, documents: object[]): Promise<void> => {
    const answer = await fetch(`${api}/mutate/production`, {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
      body: JSON.stringify({
        mutations: documents.map((createOrReplace) => ({createOrReplace})),
      }),
    })
    await read(answer)
  }
  const asEditor: Content['asEditor'] = (query) => ask(query, 'raw', {authorization})
  return {
    asReader: (query) => ask(query, 'published', {}),
    asEditor,
    async draft(id, change) {
      const document = await asEditor<object>(`*[_id == "${id}"][0]`)
      await put(tokens.editor, [{...document, ...change, _id: `drafts.${id}`}])
    },
    async copy(from, id, change = {}) {
      const one = await asEditor<object>(`*[_id in ["${from}", "drafts.${from}"]][0]`)
      const slug = {_type: 'slug', current: id}
      await put(tokens.editor, [{...one, slug, ...change, _id: `drafts.${id}`}])
    },
    write: (...documents) => put(tokens.importer, documents),
  }
}

async function read(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  return await response.json()
}
