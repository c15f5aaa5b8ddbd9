// `presence`: 200 people move through running text, each every other second. How long until the last
// of the 200 has heard of a move, held against a bare WebSocket echo under the same load.
import type {WebSocket} from 'ws'
import {DATASET} from '../../server/newsroom-lake.ts'
import {withLake} from './bench-lake.ts'
import {createDraft} from './keystrokes.ts'
import {median, quantile, type Bench} from './row.ts'
import {openPresence, openSocket} from './tab.ts'

const PEOPLE = 200
/** Journalists receive who is in documents that they may read. */
const DRAFT = 'drafts.moved'
/** The studio says at most once a second where the caret is; nobody writes all the time. */
const MOVE_EVERY_MS = 2_000
/** In turns, so that what else the machine does meets both. */
const ROUNDS = 4
const ROUND_SECONDS = 6
const WARM_UP_SECONDS = 1

export const presence: Bench = (say) =>
  withLake({colleagues: PEOPLE}, async (lake) => {
    await lake.post(`/mutate/${DATASET}`, {mutations: [{create: createDraft(DRAFT).document}]})
    const studios = await Promise.all(
      lake.colleagues.map((token) => openPresence(lake.origin, `Bearer ${token}`)),
    )
    const plain = await Promise.all(studios.map(() => openSocket(lake.echo)))
    const heard: number[] = []
    const echoed: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      say('People move', round, ROUNDS)
      heard.push(...(await moves(studios)))
      echoed.push(...(await moves(plain)))
    }
    for (const socket of [...studios, ...plain]) socket.close()

    const what = `a move, until ${PEOPLE} studios have it`
    const reference = `bare WebSocket echo to ${PEOPLE}`
    const [ours, theirs] = [quantile(heard, 0.99), quantile(echoed, 0.99)]
    return [
      {what: `${what}, median`, reference, ours: median(heard), theirs: median(echoed)},
      {what: `${what}, 99th of 100`, reference, ours, theirs},
    ]
  })

/** A caret in running text, as the studio announces it; the number is found again in what is heard. */
function announcement(who: number, move: number): string {
  const point = {path: [{_key: 'a1b2c3d4e5f6'}, 'children', {_key: 'a1b2c3d4e5f6'}], offset: 184}
  const place = {
    type: 'document',
    documentId: DRAFT,
    path: ['body', ...point.path, `#${move}#`],
    lastActiveAt: new Date().toISOString(),
    selection: {anchor: point, focus: point, backward: false},
  }
  const data = {locations: [place], sessionId: `session-${who}`}
  return JSON.stringify({jsonrpc: '2.0', method: 'presence_announce', params: {data}, id: move})
}

/** Everybody moves for a while. How long each move took to the last of the sockets, milliseconds. */
async function moves(sockets: readonly WebSocket[]): Promise<number[]> {
  const open = new Map<number, {at: number; missing: number}>()
  const took: number[] = []
  const begun = performance.now()
  const hear = (data: WebSocket.RawData): void => {
    const move = Number(/#(\d+)#/.exec((data as Buffer).toString())?.[1] ?? -1)
    const sent = open.get(move)
    if (!sent || --sent.missing > 0) return
    open.delete(move)
    if (sent.at - begun > WARM_UP_SECONDS * 1000) took.push(performance.now() - sent.at)
  }
  for (const socket of sockets) socket.on('message', hear)
  let moved = 0
  const timers = sockets.map((socket, who) => {
    const move = (): void => {
      open.set(++moved, {at: performance.now(), missing: sockets.length})
      socket.send(announcement(who, moved))
    }
    // Not all at the same moment, as people do not move in step.
    return setTimeout(
      () => (timers[who] = setInterval(move, MOVE_EVERY_MS)),
      Math.random() * MOVE_EVERY_MS,
    )
  })
  await new Promise((over) => setTimeout(over, ROUND_SECONDS * 1000))
  for (const timer of timers) clearTimeout(timer)
  while (open.size > 0) await new Promise((over) => setTimeout(over, 50))
  for (const socket of sockets) socket.off('message', hear)
  return took
}
