// What everybody does until the lake is killed: writes of two documents at once, uploads, acts, and
// publications that the timer performs. Kept is what was acknowledged.
import {createHash} from 'node:crypto'
import sharp from 'sharp'
import {draftsOf, type Voice} from '../piece.ts'
import type {Victim} from './victim.ts'

const API = '/v2025-02-19'
/** How soon the timer is to publish what was scheduled, in milliseconds: about when the kill comes. */
const SOON = [150, 450, 900] as const

export interface Acknowledged {
  /** Numbers of the transactions that wrote `left-<n>` and `right-<n>`. */
  pairs: string[]
  /** Ids of pictures' documents. */
  uploads: string[]
  /** Ids of articles by the furthest act that was acknowledged. */
  submitted: string[]
  approved: string[]
  scheduled: string[]
}

export const nothingYet = (): Acknowledged => ({
  pairs: [],
  uploads: [],
  submitted: [],
  approved: [],
  scheduled: [],
})

/** Resolves when the lake is gone; rejects where it refuses something while it lives. */
export async function workUntilKilled(
  victim: Victim,
  round: string,
  done: Acknowledged,
): Promise<void> {
  const send = async (who: Voice, path: string, body: BodyInit): Promise<unknown> => {
    const response = await fetch(victim.origin + path, {method: 'POST', headers: who.headers, body})
    const text = await response.text()
    if (!response.ok) throw new Refused(`${path}: ${response.status} ${text}`)
    return JSON.parse(text)
  }
  const mutate = (who: Voice, mutations: object[]) =>
    send(who, `${API}/data/mutate/production`, JSON.stringify({mutations}))
  const act = (who: Voice, request: object) =>
    send(who, '/v1/acts/production', JSON.stringify(request))
  const {journalist, editor, importer} = victim

  const writePairs = async (writer: number, n: number): Promise<void> => {
    const name = `${round}-${writer}-${n}`
    await mutate(importer, [
      {create: {_id: `left-${name}`, _type: 'topic', title: name, text: name.repeat(40)}},
      {create: {_id: `right-${name}`, _type: 'topic', title: name}},
      {createIfNotExists: {_id: `sum-${round}-${writer}`, _type: 'topic', count: 0}},
      {patch: {id: `sum-${round}-${writer}`, inc: {count: 1}}},
    ])
    done.pairs.push(name)
  }
  const upload = async (n: number): Promise<void> => {
    const color = createHash('sha256').update(`${round}-${n}`).digest()
    const background = {r: color[0]!, g: color[1]!, b: color[2]!}
    const create = {width: 64 + n, height: 48, channels: 3 as const, background}
    const bytes = await sharp({create, density: color.readUInt16BE(3)})
      .png()
      .toBuffer()
    const answer = await send(journalist, `${API}/assets/images/production`, new Uint8Array(bytes))
    const {document} = answer as {document: {_id: string; sha1hash: string}}
    if (document.sha1hash !== createHash('sha1').update(bytes).digest('hex')) {
      throw new Refused(`${document._id} is another picture.`)
    }
    done.uploads.push(document._id)
  }
  const workOnPiece = async (n: number): Promise<void> => {
    const id = `piece-${round}-${n}`
    await mutate(
      journalist,
      draftsOf(id).map((document) => ({create: document})),
    )
    await act(journalist, {act: 'submit', articleId: id})
    done.submitted.push(id)
    const query = encodeURIComponent(`*[_id == "drafts.${id}"][0]._rev`)
    const asked = await fetch(
      `${victim.origin}${API}/data/query/production?perspective=raw&query=${query}`,
      {headers: editor.headers},
    )
    const {result: ifRevision} = (await asked.json()) as {result: string}
    await act(editor, {act: 'approve', articleId: id, ifRevision})
    done.approved.push(id)
    const publishAt = new Date(Date.now() + SOON[n % SOON.length]!).toISOString()
    try {
      await act(editor, {act: 'schedule', articleId: id, publishAt})
    } catch (error) {
      // On a slow machine the moment may come before the request does.
      if (error instanceof Refused && error.message.includes('publishAtPast')) return
      throw error
    }
    done.scheduled.push(id)
  }

  await Promise.all([
    // So many that they share transactions.
    ...[1, 2, 3, 4, 5, 6].map((writer) => untilGone((n) => writePairs(writer, n))),
    untilGone(upload),
    untilGone(workOnPiece),
  ])
}

/** An answer, and not a connection that broke off. */
class Refused extends Error {}

async function untilGone(work: (n: number) => Promise<void>): Promise<void> {
  for (let n = 0; ; n++) {
    try {
      await work(n)
    } catch (error) {
      if (error instanceof Refused) throw error
      return
    }
  }
}
