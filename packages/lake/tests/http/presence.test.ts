// When the sockets of presence stay open, and when they are closed.
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {SessionEnded} from '../../src/errors.ts'
import {ANONYMOUS_ACTOR} from '../../src/grants.ts'
import {createPresence, type Presence} from '../../src/http/presence.ts'
import type {PresenceLocation} from '../../src/presence/locations.ts'
import {createPresenceRoom, type PresenceRoom} from '../../src/presence/room.ts'
import type {Actor} from '../../src/types.ts'
import {openPresenceTab, refusalOf, type PresenceTab} from './presence-tab.ts'

const EDITOR: Actor = {
  id: 'uEditor',
  kind: 'user',
  roles: ['editor'],
  name: 'An editor',
  credential: 'session:editor',
}
const COOKIE = {cookie: 'editor'}

let server: Server
let origin: string
let room: PresenceRoom
let presence: Presence
let live: boolean
let reported: unknown[]
let opened: PresenceTab[]
/** Whether locations are visible. */
let isVisible: () => boolean

function start(options: {beatMs?: number; checkMs?: number} = {}): void {
  room = createPresenceRoom({isVisible: () => isVisible(), audienceOf: ({id}) => id})
  presence = createPresence({
    room,
    access: {
      authenticate({cookieHeader}) {
        if (cookieHeader === 'ended') throw new SessionEnded()
        if (cookieHeader === 'broken') throw new Error('The disk is gone.')
        return cookieHeader === 'editor' ? EDITOR : ANONYMOUS_ACTOR
      },
      liveCredential: () => live,
    },
    hasDataset: (name) => name === 'production',
    allowUpgrade: () => true,
    report: (error) => reported.push(error),
    ...options,
  })
  presence.attach(server)
}

async function open(headers: Record<string, string> = COOKIE, pongs = true): Promise<PresenceTab> {
  const tab = await openPresenceTab(origin, headers, {pongs})
  opened.push(tab)
  return tab
}

beforeEach(async () => {
  live = true
  reported = []
  opened = []
  isVisible = () => true
  server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  for (const {socket} of opened) socket.terminate()
  presence.close()
  server.close()
})

describe('the sockets of presence', () => {
  it('send signs of life to the browser and to proxies', async () => {
    start({beatMs: 20})
    const tab = await open()
    const pinged = new Promise((ping) => tab.socket.once('ping', ping))
    await tab.beats.until(3)
    await pinged
    expect(await tab.call('presence_subscribe')).toHaveProperty('result')
  })

  it('remove a tab that does not answer a ping, and notify the others', async () => {
    start({beatMs: 100})
    const [dead, other] = [await open(COOKIE, false), await open()]
    await other.call('presence_subscribe')
    await dead.announce('s1', 'a')
    expect((await other.heard.until(2))[1]).toEqual({
      type: 'disconnect',
      i: 'uEditor',
      m: {session: 's1'},
    })
    expect(await dead.closed).toMatchObject({code: 1006})
  })

  it.each<Record<string, string>>([{}, {cookie: 'ended'}])(
    'close soon if a client does not sign in: %o',
    async (headers) => {
      start({beatMs: 20})
      const tab = await open(headers)
      expect(await tab.closed).toEqual({code: 4001, reason: 'Nobody has signed in.'})
    },
  )

  it('are limited before sign-in, without limiting people with a session', async () => {
    start()
    await Promise.all(Array.from({length: 100}, () => open({})))
    expect(await refusalOf(origin, {})).toBe(503)
    expect(await refusalOf(origin, COOKIE)).toBeUndefined()
  })

  it('end with a session that another process ended', async () => {
    start({checkMs: 20})
    const tab = await open()
    await tab.call('presence_subscribe')
    live = false
    expect(await tab.closed).toEqual({code: 4001, reason: 'The session has ended.'})
  })

  it('are closed if the client has stopped reading, without delaying others', async () => {
    start()
    const [slow, other] = [await open(), await open()]
    await Promise.all([slow, other].map((tab) => tab.call('presence_subscribe')))
    slow.socket.pause()
    const bot = room.join({actor: {...EDITOR, id: 'uBot'}, dataset: 'production', send: () => {}})
    const far: PresenceLocation = {
      type: 'document',
      documentId: 'a',
      path: Array.from({length: 64}, () => 'x'.repeat(256)),
    }
    // A kernel takes a few megabytes before the server notices.
    for (let n = 0; n < 500 && (await connections()) > 1; n++) {
      bot.announce(
        'bot',
        Array.from({length: 10}, () => far),
      )
      await other.settled()
    }
    expect(await connections()).toBe(1)
    await other.settled()
    expect(other.heard.items.length).toBeGreaterThan(5)
    slow.socket.resume()
    expect(await slow.closed).toMatchObject({code: 1006})
  })

  it('survive errors behind them', async () => {
    start()
    expect(await refusalOf(origin, {cookie: 'broken'})).toBe(500)
    const tab = await open()
    await tab.call('presence_subscribe')
    isVisible = () => {
      throw new Error('The database is locked.')
    }
    void tab.announce('s1', 'a')
    expect(await tab.closed).toMatchObject({code: 1011})
    expect(reported.map(String)).toEqual([
      'Error: The disk is gone.',
      'Error: The database is locked.',
    ])
  })

  it('are notified when the server stops', async () => {
    start()
    const tab = await open()
    await tab.call('presence_subscribe')
    presence.close()
    expect(await tab.closed).toEqual({code: 1001, reason: 'The server is going down.'})
    expect(server.listenerCount('upgrade')).toBe(0)
  })
})

/** How many connections the server still has. */
function connections(): Promise<number> {
  return new Promise((resolve) => server.getConnections((_error, open) => resolve(open)))
}
