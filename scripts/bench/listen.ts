// `listen`: an edit until the last of 32 listeners has it, held against a bare WebSocket echo that
// sends as many frames of the same size, and against the edit's own answer.
import {once} from 'node:events'
import {WebSocket} from 'ws'
import {withLake, type BenchLake} from './bench-lake.ts'
import {createTypist} from './keystrokes.ts'
import {median, type Bench} from './row.ts'
import {heardByAll, openTab} from './tab.ts'

/** Tabs, and the listeners of each: a studio has about eight. */
const TABS = 4
const STREAMS = 8
const EDITS = 100
const WARM_UP = 20

export const listen: Bench = (say) =>
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
      const byAll = heardByAll(tabs, STREAMS, (frame) => frame.includes('event: mutation'))
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

const many = <T>(make: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({length: TABS}, make))

async function openEcho({echo}: BenchLake): Promise<WebSocket> {
  const socket = new WebSocket(echo)
  await once(socket, 'open')
  return socket
}

/** Milliseconds until a message of this size has come back as often as an edit is heard. */
async function echo(sockets: readonly WebSocket[], size: number): Promise<number> {
  const back = heardByAll(sockets, STREAMS, () => true)
  const begun = performance.now()
  sockets[0]?.send('x'.repeat(size))
  return (await back).at - begun
}
