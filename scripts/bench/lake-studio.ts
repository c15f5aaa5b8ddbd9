// A studio of the bench `lake`: what its tab holds open, what it sends, and what it makes of what it
// hears. The bare server that the lake is held against is spoken to in the same words.
import type {WebSocket} from 'ws'
import {MUX_PATH} from '@copydesk/lake/http'
import {DATASET} from '../../server/newsroom-lake.ts'
import type {BenchLake} from './bench-lake.ts'
import {append} from './keystrokes.ts'
import type {Desk} from './lake-desks.ts'
import type {Floor} from './lake-floor.ts'
import {streamsOf} from './lake-streams.ts'
import {createPoster} from './post.ts'
import {openPresence, openSocket, receivedByAll} from './tab.ts'

export interface Studio {
  /** Sends what was typed under this name, as one transaction; resolves once it is acknowledged. */
  commit(name: string, text: string): Promise<void>
  /** Tells colleagues where the caret is; the name is found again in what they hear. */
  move(name: string): void
  close(): void
}

/** Told the name of each commit and move in the article, one's own as well. */
export type OnEvent = (name: string) => void

/** A tab on the lake: one socket with all streams, one of presence. */
export async function openOnLake(
  {origin, colleagues}: BenchLake,
  who: number,
  desk: Desk,
  onEvent: OnEvent,
): Promise<Studio> {
  const authorization = `Bearer ${colleagues[who]}`
  const socketOrigin = origin.replace('http', 'ws')
  const streams = await openSocket(socketOrigin + MUX_PATH)
  const all = streamsOf(desk.article)
  const welcome = receivedByAll([streams], all.length, (frame) => frame.includes('event: welcome'))
  for (const [id, {path: url}] of all.entries()) {
    streams.send(JSON.stringify({type: 'open', id, url, headers: {authorization}}))
  }
  await welcome
  const presence = await openPresence(origin, authorization)
  const url = `${origin}/v2025-02-19/data/actions/${DATASET}?tag=document.commit`
  return atWork(
    {streams, presence, url, headers: {authorization}, first: '{"type":"data","id":0,'},
    {
      who,
      desk,
      onEvent,
    },
  )
}

/** The same tab on the bare server. */
export async function openOnFloor(
  {origin}: Floor,
  who: number,
  desk: Desk,
  onEvent: OnEvent,
): Promise<Studio> {
  const socketOrigin = origin.replace('http', 'ws')
  const streams = await openSocket(`${socketOrigin}/streams/${desk.article}`)
  const presence = await openSocket(`${socketOrigin}/presence`)
  const url = `${origin}/${desk.article}`
  return atWork({streams, presence, url, headers: {}, first: '0 '}, {who, desk, onEvent})
}

interface Connected {
  streams: WebSocket
  presence: WebSocket
  /** Where commits go. */
  url: string
  headers: Record<string, string>
  /** How frames of the article's own stream begin. */
  first: string
}

function atWork(
  {streams, presence, url, headers, first}: Connected,
  {who, desk, onEvent}: {who: number; desk: Desk; onEvent: OnEvent},
): Studio {
  const poster = createPoster(6)
  const own = Buffer.from(first)
  streams.on('message', (data: Buffer) => {
    if (!data.subarray(0, own.length).equals(own)) return
    const name = /transactionId\\*":\\*"(\w+)/.exec(data.toString())?.[1]
    if (name) onEvent(name)
  })
  const here = `"documentId":"drafts.${desk.article}"`
  presence.on('message', (data: Buffer) => {
    if (!data.includes(here)) return
    const name = /"_key":"(m\d+)"/.exec(data.toString())?.[1]
    if (name) onEvent(name)
  })
  return {
    async commit(name, text) {
      const actions = [...text].map((character) => edit(desk, character))
      await poster.post(url, {actions, transactionId: name}, headers)
    },
    move: (name) => presence.send(announcement(desk, who, name)),
    close() {
      streams.terminate()
      presence.terminate()
      poster.close()
    },
  }
}

/** One more character at the end of the paragraph. */
function edit(desk: Desk, character: string): object {
  const path = `body[_key=="${desk.paragraph}"].children[_key=="s"].text`
  const patch = {diffMatchPatch: {[path]: append(desk.text, character)}}
  desk.text += character
  return {
    actionType: 'sanity.action.document.edit',
    draftId: `drafts.${desk.article}`,
    publishedId: desk.article,
    patch,
  }
}

function announcement({article, paragraph, text}: Desk, who: number, name: string): string {
  const point = {path: [{_key: paragraph}, 'children', {_key: 's'}], offset: text.length}
  const place = {
    type: 'document',
    documentId: `drafts.${article}`,
    path: ['body', {_key: name}, 'children', {_key: 's'}, 'text'],
    lastActiveAt: new Date().toISOString(),
    selection: {anchor: point, focus: point, backward: false},
  }
  const data = {locations: [place], sessionId: `session-${who}`}
  return JSON.stringify({jsonrpc: '2.0', method: 'presence_announce', params: {data}, id: name})
}
