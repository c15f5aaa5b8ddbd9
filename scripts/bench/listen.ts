// `listen`: an edit until the last of 32 listeners has it, held against a bare WebSocket echo that
// sends as many frames of the same size, and against the edit's own answer. Then an edit amid thousands
// of listeners to other documents, held against the same amid ten.
import {once} from 'node:events'
import {WebSocket} from 'ws'
import {withLake, type BenchLake} from './bench-lake.ts'
import {createTypist} from './keystrokes.ts'
import {median, type Bench, type Row} from './row.ts'
import {receivedByAll, openTab} from './tab.ts'

/** Tabs, and the listeners of each: a studio has about eight. */
const TABS = 4
const STREAMS = 8
const EDITS = 100
const WARM_UP = 20
/** Listeners with a document each, and how many of them one socket carries. */
const FEW = 10
const CROWDS = [1_000, 5_000]
const MOST_OF_A_SOCKET = 50

export const listen: Bench = async (say) => [...(await heard(say)), ...(await amidCrowds(say))]

const heard: Bench = (say) =>
  withLake({echoes: STREAMS}, async (lake) => {
    const typist = await createTypist(lake, 'listened')
    const tabs = await many(() => openTab(lake, 'drafts.listened', STREAMS))
    const plain = await many(() => openEcho(lake))
    const heard: number[] = []
    const answered: number[] = []
    const echoed: number[] = []
    for (let n = 0; n < WARM_UP + EDITS; n++) {
      if (n % 20 === 0) say('Edits heard', n, WARM_UP + EDITS)
      const begun = performance.now()
      const byAll = receivedByAll(tabs, STREAMS, (frame) => frame.includes('event: mutation'))
      const answer = typist.type().then(() => performance.now() - begun)
      const [{at, size}, tookToAnswer] = await Promise.all([byAll, answer])
      const tookToEcho = await echo(plain, size)
      if (n < WARM_UP) continue
      heard.push(at - begun)
      answered.push(tookToAnswer)
      echoed.push(tookToEcho)
    }
    for (const socket of [...tabs, ...plain]) socket.close()

    const everybody = TABS * STREAMS
    const what = `an edit, until ${everybody} listeners have it`
    const ours = median(heard)
    return [
      {what, reference: `bare WebSocket echo to ${everybody}`, ours, theirs: median(echoed)},
      {what, reference: 'its own answer', ours, theirs: median(answered)},
    ]
  })

/** Two lakes, edited in turns, so that whatever else the machine does befalls both. */
const amidCrowds: Bench = (say) =>
  withLake({}, (calm) =>
    withLake({}, async (busy) => {
      const few = await createAudience(calm)
      const many = await createAudience(busy)
      await few.grow(FEW)
      const rows: Row[] = []
      for (const crowd of CROWDS) {
        say(`Opening ${crowd} listeners`)
        await many.grow(crowd)
        const ours: number[] = []
        const theirs: number[] = []
        for (let n = 0; n < WARM_UP + EDITS; n++) {
          if (n % 20 === 0) say(`Edits amid ${crowd} listeners`, n, WARM_UP + EDITS)
          const [took, tookAmidFew] = [await many.edit(), await few.edit()]
          if (n < WARM_UP) continue
          ours.push(took)
          theirs.push(tookAmidFew)
        }
        rows.push({
          what: `an edit, until its listener has it, amid ${crowd} to other documents`,
          reference: `amid ${FEW}`,
          ours: median(ours),
          theirs: median(theirs),
        })
      }
      few.close()
      many.close()
      return rows
    }),
  )

/** A document with one listener, and others that listen to something else. */
async function createAudience(lake: BenchLake) {
  const typist = await createTypist(lake, 'listened')
  const own = await openTab(lake, 'drafts.listened', 1)
  const others: WebSocket[] = []
  let open = 0
  return {
    async grow(crowd: number): Promise<void> {
      while (open < crowd) {
        const from = open
        const streams = Math.min(MOST_OF_A_SOCKET, crowd - from)
        others.push(await openTab(lake, (n) => `drafts.other-${from + n}`, streams))
        open += streams
      }
    },
    /** Milliseconds. */
    async edit(): Promise<number> {
      const begun = performance.now()
      const told = receivedByAll([own], 1, (frame) => frame.includes('event: mutation'))
      const [{at}] = await Promise.all([told, typist.type()])
      return at - begun
    },
    close() {
      for (const socket of [own, ...others]) socket.close()
    },
  }
}

const many = <T>(make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({length: TABS}, make))

async function openEcho({echo}: BenchLake): Promise<WebSocket> {
  const socket = new WebSocket(echo)
  await once(socket, 'open')
  return socket
}

/** Milliseconds until a message of this size has come back as often as an edit is heard. */
async function echo(sockets: readonly WebSocket[], size: number): Promise<number> {
  const back = receivedByAll(sockets, STREAMS, () => true)
  const begun = performance.now()
  sockets[0]?.send('x'.repeat(size))
  return (await back).at - begun
}
