// The documents of a running newsroom, drafts and versions too, as a token sees them.
import {expect} from 'vitest'

interface Place {
  origin: string
  token: string
  dataset?: string
}

/** Asks in the raw perspective; anything but an answer is a failure. */
export async function queryRaw<T>(
  {origin, token, dataset = 'production'}: Place,
  groq: string,
  params: Readonly<Record<string, string>> = {},
): Promise<T> {
  const url = new URL(`/v2025-02-19/data/query/${dataset}`, origin)
  url.searchParams.set('query', groq)
  url.searchParams.set('perspective', 'raw')
  for (const [name, value] of Object.entries(params)) {
    url.searchParams.set(`$${name}`, JSON.stringify(value))
  }
  const response = await fetch(url, {headers: {authorization: `Bearer ${token}`}})
  expect(response.status).toBe(200)
  return ((await response.json()) as {result: T}).result
}
