// Attempts over sockets: presence, and streams that share one socket.
import {WebSocket} from 'ws'
import {expect} from 'vitest'
import {collector} from '@copydesk/lake/tests/listen/collect.ts'
import {openPresenceTab, type PresenceTab} from '@copydesk/lake/tests/http/presence-tab.ts'
import type {Voice} from '../piece.ts'
import type {Tries} from './requests.ts'
import {DATASET, type World} from './world.ts'

/** By `operation way of`. */
export function watchingWays(world: World): Record<string, Tries> {
  return {
    'read presence the people online': async (who) => (await enter(world, who)) !== null,
    'read presence a colleague’s place in a draft': sees(world, 'drafts.other'),
    'read presence a colleague’s place in a private document': sees(world, 'private.source.one'),
    'read presence a colleague’s place in a record': sees(world, 'review.other'),
    'read mux a draft, by listening': hearsThroughMux(world),
  }
}

/** Null if the socket is refused, at the connection or at the first message. */
async function enter({lake}: World, who: Voice): Promise<PresenceTab | null> {
  const tab = await openPresenceTab(lake.origin, who.headers).catch((error: unknown) => {
    expect(String(error)).toMatch(/40[13]/)
    return null
  })
  if (!tab) return null
  const {error} = await tab.call('presence_subscribe')
  if (!error) return tab
  tab.socket.close()
  return null
}

function sees(world: World, documentId: string): Tries {
  return async (who) => {
    const tab = await enter(world, who)
    if (!tab) return false
    const colleague = await openPresenceTab(world.lake.origin, world.desk.editor.headers)
    await colleague.announce('a-tab', documentId)
    await colleague.settled()
    await tab.settled()
    const told = JSON.stringify(tab.heard.items)
    expect(told).toContain('a-tab')
    for (const {socket} of [tab, colleague]) socket.close()
    await colleague.closed
    return told.includes(documentId)
  }
}

/** A change that everybody gets comes after it, so the test needs no waiting time. */
function hearsThroughMux({lake, put}: World): Tries {
  return async ({headers: {cookie, ...headers}}) => {
    const socket = new WebSocket(`${lake.origin.replace('http', 'ws')}/v1/mux`, {
      headers: cookie ? {cookie} : {},
    })
    const frames = collector<{type: string; d?: string}>()
    socket.on('message', (data: Buffer) => frames.add(JSON.parse(data.toString())))
    await new Promise((opened, failed) => socket.once('open', opened).once('error', failed))
    const url = `/v2025-02-19/data/listen/${DATASET}?query=*&includeAllVersions=true`
    socket.send(JSON.stringify({type: 'open', id: 1, url, headers}))
    const text = (): string => frames.items.map(({d = ''}) => d).join('')
    const until = async (part: string): Promise<void> => {
      while (!text().includes(part)) await frames.until(frames.items.length + 1)
    }
    await until('event: welcome')
    const touch = (id: string) => ({patch: {id, setIfMissing: {touched: 0}, inc: {touched: 1}}})
    await put([touch('drafts.other')])
    await put([touch('subject')])
    await until('"documentId":"subject"')
    socket.close()
    return text().includes('"documentId":"drafts.other"')
  }
}
