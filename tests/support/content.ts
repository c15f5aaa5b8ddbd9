// What a running newsroom's API answers to a reader, and to an editor's token that sees every draft.
import type {Newsroom} from './newsroom.ts'

export interface Content {
  /** Asks as a reader without a session. */
  asReader<T>(query: string): Promise<T>
  /** Asks in the raw perspective, by the token. */
  asEditor<T>(query: string): Promise<T>
  /** Writes a draft beside what is stored under this id. */
  draft(id: string, change: Record<string, unknown>): Promise<void>
}

/** Makes a token by the command that administrators use. */
export async function openContent(newsroom: Newsroom): Promise<Content> {
  const token = await newsroom.copydesk('token', 'create', '--role', 'editor', '--name', 'test')
  const api = `${newsroom.origin}/v2025-02-19/data`
  const authorization = `Bearer ${token}`
  const ask = async <T>(query: string, perspective: string, headers: HeadersInit): Promise<T> => {
    const address = `${api}/query/production?perspective=${perspective}&query=${encodeURIComponent(query)}`
    return ((await read(await fetch(address, {headers}))) as {result: T}).result
  }
  const asEditor: Content['asEditor'] = (query) => ask(query, 'raw', {authorization})
  return {
    asReader: (query) => ask(query, 'published', {}),
    asEditor,
    async draft(id, change) {
      const document = await asEditor<object>(`*[_id == "${id}"][0]`)
      const createOrReplace = {...document, ...change, _id: `drafts.${id}`}
      await read(
        await fetch(`${api}/mutate/production`, {
          method: 'POST',
          headers: {authorization, 'content-type': 'application/json'},
          body: JSON.stringify({mutations: [{createOrReplace}]}),
        }),
      )
    },
  }
}

async function read(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
  return await response.json()
}
