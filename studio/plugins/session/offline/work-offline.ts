// Answers the studio's reads while the server is away, with what it answered last.
//
// Writes wait in the transport. A stream begins immediately, and later goes on from the log position of the documents that
// were kept. So the studio gets what it missed, and its form does not start over.
import {
  addressOf,
  asksWhoIsSignedIn,
  isApi,
  isEventStream,
  type PageTransport,
} from '@copydesk/lake/transport'
import {offline} from '../../../data/transport/offline.ts'
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

type Input = RequestInfo | URL
type Send = typeof fetch

const LIVE = /^\/v[^/]+\/data\/live\//
const QUERY = /^\/v[^/]+\/data\/query\//

/** Installs itself once, over the transport. */
export function workOffline(page: OfflinePage, {lake, connection, gate}: PageTransport): void {
  const send = page.fetch
  let hasHeard = false
  const away = createAbsence(connection, () => !hasHeard)
  away.subscribe(() => {
    offline.become({isAway: away.isNow(), isIncomplete: waiting > 0 && away.isNow()})
  })
  const person = createUnconfirmedPerson(gate)

  const read = async (url: URL, input: Input, init?: RequestInit): Promise<Response> => {
    const before = positionNow()
    const request = readRequest(url, bodyOf(init))
    const isMe = asksWhoIsSignedIn(url.href, lake)
    const {response, isOwn} = await unlessAway({send, away}, input, init, async () => {
      const own = await answerOffline(request, (id) => isNew(id, page.location.href))
      if (own === undefined) return null
      if (isMe) person.assume(own as Person, () => send(input, {...init, signal: null}))
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

  page.fetch = async (input, init) => {
    const url = new URL(addressOf(input), page.location.href)
    if (!isApi(url.href, lake) || LIVE.test(url.pathname)) return await send(input, init)
    if (isEventStream(url.href, lake)) return await listen({send, away}, url, input, init)
    if (isRead(url, input, init)) return await read(url, input, init)
    await person.confirm()
    return await send(input, init)
  }
}

interface Person {
  id: string
  name?: string
}

/** Another person may have signed in since then. Nothing is written in their name. */
function createUnconfirmedPerson(gate: PageTransport['gate']) {
  let confirm = async (): Promise<void> => {}
  return {
    /** @param ask waits for the server, and asks it who is signed in */
    assume({id, name = ''}: Person, ask: () => Promise<Response>): void {
      gate.identify({id, name})
      const isSame = async () => ((await (await ask()).json()) as Partial<Person>).id === id
      const becomeSame = async (): Promise<void> => {
        while (!(await isSame())) await gate.wait()
      }
      let confirmed: Promise<void> | undefined
      confirm = async () => {
        // Saves of several documents wait for one answer.
        confirmed ??= becomeSame()
        await confirmed.catch((error: unknown) => {
          confirmed = undefined
          throw error
        })
      }
    },
    /** Resolves once the server has the same person. */
    confirm: () => confirm(),
  }
}

async function listen(route: Route, url: URL, input: Input, init?: RequestInit): Promise<Response> {
  const {response, isOwn} = await unlessAway(route, input, init, async () => {
    const documents = documentsOf(url)
    const position = documents && (await positionOf(documents.dataset, documents.ids))
    const headers = new Headers(init?.headers)
    if (position !== undefined) headers.set('Last-Event-ID', String(position))
    return streamFrom(position, async (signal) =>
      withPositions(await route.send(input, {...init, headers, signal}), heardOf),
    )
  })
  return isOwn ? response : withPositions(response, heardOf)
}

interface Route {
  send: Send
  away: Absence
}

/**
 * Sends a request, unless the server has been away for a while: then `otherwise` answers it, or, with null, the request
 * waits for the server.
 */
async function unlessAway(
  {send, away}: Route,
  input: Input,
  init: RequestInit | undefined,
  otherwise: () => Promise<Response | null>,
): Promise<{response: Response; isOwn: boolean}> {
  const known = away.isNow() && (await otherwise())
  if (known) return {response: known, isOwn: true}
  const ending = new AbortController()
  const signal = init?.signal ? AbortSignal.any([init.signal, ending.signal]) : ending.signal
  const sent = send(input, {...init, signal})
  const answered = await Promise.race([sent, away.begins().then(() => null)])
  if (answered) return {response: answered, isOwn: false}
  sent.catch(() => {})
  const own = await otherwise()
  if (!own) return {response: await (isMissed(input) ? waitFor(sent) : sent), isOwn: false}
  ending.abort()
  return {response: own, isOwn: true}
}

/** Reads that wait for the server, because nothing is kept for them. */
let waiting = 0

async function waitFor(sent: Promise<Response>): Promise<Response> {
  waiting++
  offline.become({isIncomplete: true})
  try {
    return await sent
  } finally {
    waiting--
    if (waiting === 0) offline.become({isIncomplete: false})
  }
}

/** A person does not miss the history of a document, nor the studio's housekeeping. */
const isMissed = (input: Input): boolean => /\/data\/(doc|query)\//.test(addressOf(input))

/** Whether the document is begun in this window. */
function isNew(id: string, href: string): boolean {
  const address = decodeURIComponent(href)
  return address.includes('template=') && address.includes(id.replace(/^drafts\./, ''))
}

const bodyOf = (init: RequestInit | undefined): string =>
  typeof init?.body === 'string' ? init.body : ''

function isRead(url: URL, input: Input, init: RequestInit | undefined): boolean {
  const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
  return /^get$/i.test(method) || (QUERY.test(url.pathname) && bodyOf(init) !== '')
}

const isJson = ({headers}: Response): boolean =>
  headers.get('content-type')?.includes('application/json') ?? false
