// /data/history/:dataset/…: earlier documents, transactions and events, for staff.
import {Hono, type Context} from 'hono'
import {BadRequest, Forbidden, Unauthenticated} from '../../errors.ts'
import {isStranger, type Grants} from '../../grants.ts'
import type {Moment} from '../../history/documents-at.ts'
import type {History} from '../../history/history.ts'
import type {PastTransaction, TransactionsRequest} from '../../history/transactions.ts'
import type {Actor} from '../../types.ts'
import type {LakeEnv} from '../context.ts'
import {existingDataset} from '../existing-dataset.ts'

export interface HistoryRoutesDeps {
  history: History
  grantsOf: (dataset: string) => Pick<Grants, 'mayEver'>
  hasDataset: (name: string) => boolean
}

/** Transactions are streamed one by one, but a response must end. */
const MOST_TRANSACTIONS = 10_000
const EVENTS = 100
const MOST_EVENTS = 1_000

/**
 * Serves the studio's history. Parameters as in Sanity's documentation of the history API.
 * `excludeContent` changes nothing, because transactions have no whole documents.
 */
export function historyRoutes({history, grantsOf, hasDataset}: HistoryRoutesDeps): Hono<LakeEnv> {
  const whoAsks = (c: Context<LakeEnv, string>): {dataset: string; actor: Actor} => {
    const dataset = existingDataset(c, hasDataset)
    const actor = c.get('actor')
    if (isStranger(actor))
      throw new Unauthenticated('Sign in, or send a token, to see the history.')
    if (!grantsOf(dataset).mayEver(actor, 'history')) {
      throw new Forbidden('Your role cannot read the history.')
    }
    // Content for staff is not stored on disks.
    c.header('Cache-Control', 'private, no-store')
    return {dataset, actor}
  }

  return new Hono<LakeEnv>()
    .get('/data/history/:dataset/documents/:ids', async (c) => {
      const who = whoAsks(c)
      const ids = idsIn(c.req.param('ids'))
      return c.json(await history.documentsAt({...who, ids, moment: momentOf(c)}))
    })
    .get('/data/history/:dataset/transactions/:ids', async (c) => {
      const who = whoAsks(c)
      const request = {...who, ids: idsIn(c.req.param('ids')), ...rangeOf(c)}
      return await asLines(c, history.transactions(request))
    })
    .get('/data/history/:dataset/events/documents/:ids', async (c) => {
      const who = whoAsks(c)
      const ids = idsIn(c.req.param('ids'))
      return c.json(await history.events({...who, ids, ...pageOf(c)}))
    })
    .get('/data/history/:dataset/events/releases/:id', async (c) => {
      const who = whoAsks(c)
      const release = c.req.param('id')
      return c.json(await history.releaseEvents({...who, release, ...pageOf(c)}))
    })
}

function pageOf(c: Context): {limit: number; before?: number} {
  const before = numberIn(c, 'nextCursor', Number.MAX_SAFE_INTEGER)
  const limit = Math.min(numberIn(c, 'limit', EVENTS) ?? EVENTS, MOST_EVENTS)
  return {limit, ...(before && {before})}
}

function idsIn(param: string): string[] {
  return [...new Set(param.split(',').filter(Boolean))]
}

function momentOf(c: Context): Moment {
  const [revision, time] = [c.req.query('revision'), timeIn(c, 'time')]
  const last = c.req.query('lastRevision') === 'true'
  if ([revision, time, last || undefined].filter((given) => given !== undefined).length > 1) {
    throw new BadRequest('Send one of "revision", "time" and "lastRevision".', 'historyError')
  }
  if (revision) return {revision}
  if (time !== undefined) return {time}
  return last ? 'last' : 'now'
}

function rangeOf(c: Context): Omit<TransactionsRequest, 'dataset' | 'ids' | 'actor'> {
  // The studio sends empty values for "from the beginning".
  const given = (name: string): string | undefined => c.req.query(name) || undefined
  const isSet = (name: string): boolean => c.req.query(name) === 'true'
  const format = given('effectFormat')
  if (format !== undefined && format !== 'mendoza') {
    throw new BadRequest('"effectFormat" must be "mendoza".', 'historyError')
  }
  const [fromTransaction, toTransaction] = [given('fromTransaction'), given('toTransaction')]
  const [fromTime, toTime] = [timeIn(c, 'fromTime'), timeIn(c, 'toTime')]
  const authors = given('authors')?.split(',')
  const limit = numberIn(c, 'limit', MOST_TRANSACTIONS) ?? MOST_TRANSACTIONS
  return {
    ...(fromTransaction && {fromTransaction}),
    ...(toTransaction && {toTransaction}),
    ...(fromTime !== undefined && {fromTime}),
    ...(toTime !== undefined && {toTime}),
    ...(authors && {authors}),
    limit: Math.min(limit, MOST_TRANSACTIONS),
    reverse: isSet('reverse'),
    identifiedOnly: isSet('includeIdentifiedDocumentsOnly'),
    withMutations: !isSet('excludeMutations'),
    withEffects: format !== undefined,
  }
}

/** @throws BadRequest for a value that is not a time */
function timeIn(c: Context, name: string): number | undefined {
  const text = c.req.query(name)
  if (!text) return undefined
  const time = Date.parse(text)
  if (Number.isNaN(time)) throw new BadRequest(`"${name}" is not an ISO 8601 time.`, 'historyError')
  return time
}

/** @throws BadRequest for a value that is not a whole number above zero */
function numberIn(c: Context, name: string, most: number): number | undefined {
  const text = c.req.query(name)
  if (!text) return undefined
  const number = Number(text)
  if (/^\d{1,15}$/.test(text) && number > 0) return Math.min(number, most)
  throw new BadRequest(`"${name}" must be a whole number above zero.`, 'historyError')
}

/** A refusal has its own status, because the first line is made before the response begins. */
async function asLines(c: Context, lines: AsyncGenerator<PastTransaction>): Promise<Response> {
  const encoder = new TextEncoder()
  let next = await lines.next()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (next.done) return controller.close()
      controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`))
      next = await lines.next()
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  return c.body(body, 200, {'Content-Type': 'application/x-ndjson'})
}
