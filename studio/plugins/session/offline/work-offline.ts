// Answers the studio's reads while the server is away, with what it answered last.
//
// Writes wait in the transport. A stream begins at once and goes on from the place in the log at which its documents were
// kept, so that the studio gets what it missed and the form never starts anew.
import {addressOf, type PageTransport} from '@copydesk/lake/transport'
import {createAbsence, type Absence} from './absence.ts'
import {
  answerOffline,
  heardOf,
  keepAnswer,
  keepFor,
  positionNow,
  positionOf,
} from './kept-answers.ts'
import {readRequest} from './read-request.ts'
import {documentsOf, streamFrom, withPositions} from './streams.ts'

export interface OfflinePage {
  fetch: typeof fetch
  location: {href: string}
}

const API = /^\/v[^/]+\//
const LISTEN = /^\/v[^/]+\/data\/listen\//
const LIVE = /^\/v[^/]+\/data\/live\//
const QUERY = /^\/v[^/]+\/data\/query\//
const ME = /\/users\/me$/

let absence: Absence | null = null
/** Reads that wait for the server, because nothing is kept for them. */
let waiting = 0
const listeners = new Set<() => void>()

/** What a person is told of. For `useSyncExternalStore`. */
export const offline = {
  isAway: (): boolean => absence?.isNow() ?? false,
  /** Whether something on the page was not opened on this computer before. */
  isIncomplete: (): boolean => waiting > 0 && (absence?.isNow() ?? false),
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

const tell = (): void => {
  for (const listener of listeners) listener()
}

/** Installs itself once, over the transport. */
export function workOffline(page: OfflinePage, {connection, gate}: PageTransport): void {
  const send = page.fetch
  let hasHeard = false
  /** The person of whom only this browser says that they are signed in. */
  let unconfirmed: string | undefined
  const away = createAbsence(connection, () => !hasHeard)
  absence = away
  away.subscribe(tell)

  /** Another person may have signed in since. What is written here is not theirs. */
  const confirmPerson = async (): Promise<void> => {
    while (unconfirmed) {
      const response = await send('/v1/users/me')
      const {id} = (await response.json()) as {id?: string}
      if (id === unconfirmed) unconfirmed = undefined
      else await gate.wait()
    }
  }

  const isNew = (id: string): boolean => {
    const address = decodeURIComponent(page.location.href)
    return address.includes('template=') && address.includes(id.replace(/^drafts\./, ''))
  }

  /** Null once the server has been away for a while. The request is abandoned then, unless it is waited for. */
  const unlessAway = async (
    input: RequestInfo | URL,
    init: RequestInit | undefined,
    otherwise: () => Promise<Response | null>,
  ): Promise<Response> => {
    const ending = new AbortController()
    const signal = init?.signal ? AbortSignal.any([init.signal, ending.signal]) : ending.signal
    const sent = send(input, {...init, signal})
    const answered = await Promise.race([sent, away.begins().then(() => null)])
    if (answered) return answered
    sent.catch(() => {})
    const own = await otherwise()
    if (!own) return await waitFor(sent)
    ending.abort()
    return own
  }

  const read = async (
    url: URL,
    input: RequestInfo | URL,
    init?: RequestInit,
  ): Promise<Response> => {
    const before = positionNow()
    const request = readRequest(url, bodyOf(init))
    const isMe = ME.test(url.pathname)
    let isOwn = false
    const response = await unlessAway(input, init, async () => {
      const own = await answerOffline(request, isNew)
      if (own === undefined) return null
      isOwn = true
      if (isMe) identify(own as {id: string; name?: string})
      return Response.json(own)
    })
    if (isOwn) return response
    hasHeard = true
    // The studio does not wait for it, and goes on without.
    if (response.ok && isJson(response)) {
      const keeping = response
        .clone()
        .text()
        .then(async (answer) => {
          if (isMe) await keepFor((JSON.parse(answer) as {id: string}).id)
          keepAnswer(request, answer, before)
        })
      keeping.catch(() => {})
    }
    return response
  }

  const identify = ({id, name = ''}: {id: string; name?: string}): void => {
    unconfirmed = id
    gate.identify({id, name})
  }

  const listen = async (
    url: URL,
    input: RequestInfo | URL,
    init?: RequestInit,
  ): Promise<Response> => {
    const open = async (more: RequestInit): Promise<Response> =>
      withPositions(await send(input, {...init, ...more}), heardOf)
    let isOwn = false
    const response = await unlessAway(input, init, async () => {
      isOwn = true
      const documents = documentsOf(url)
      const position = documents && (await positionOf(documents.dataset, documents.ids))
      const headers = new Headers(init?.headers)
      if (position !== undefined) headers.set('Last-Event-ID', String(position))
      return streamFrom(position, (signal) => open({headers, signal}))
    })
    return isOwn ? response : withPositions(response, heardOf)
  }

  page.fetch = async (input, init) => {
    const url = new URL(addressOf(input), page.location.href)
    if (!API.test(url.pathname) || LIVE.test(url.pathname)) return await send(input, init)
    if (LISTEN.test(url.pathname)) return await listen(url, input, init)
    if (isRead(url, input, init)) return await read(url, input, init)
    await confirmPerson()
    return await send(input, init)
  }
}

/** Waits for a read that nothing is kept for. */
async function waitFor(sent: Promise<Response>): Promise<Response> {
  waiting++
  tell()
  try {
    return await sent
  } finally {
    waiting--
    tell()
  }
}

const bodyOf = (init: RequestInit | undefined): string =>
  typeof init?.body === 'string' ? init.body : ''

function isRead(url: URL, input: RequestInfo | URL, init: RequestInit | undefined): boolean {
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
  return /^get$/i.test(method) || (QUERY.test(url.pathname) && bodyOf(init) !== '')
}

const isJson = ({headers}: Response): boolean =>
  headers.get('content-type')?.includes('application/json') ?? false
