// A lake without HTTP that records every stored state, to compare it with the history.
import fc from 'fast-check'
import {SYSTEM_ACTOR} from '../../src/grants.ts'
import {createHistory} from '../../src/history/history.ts'
import type {Actor, Json, LakeDocument, Mutation} from '../../src/types.ts'
import {ROLES} from '../../../../model/roles.ts'
import {createCommitWorld} from '../commit-world.ts'

export const dataset = 'production'
export const START = Date.parse('2026-11-25T10:00:00.000Z')
export const EDITOR: Actor = {id: 'ue', kind: 'user', roles: ['editor'], name: 'E'}

export interface Moment {
  revision: string
  time: number
  author: string
  /** Every document after the transaction, by its id. */
  documents: ReadonlyMap<string, LakeDocument>
}

export function createPastWorld() {
  let now = START
  const {
    database,
    documents,
    history: table,
    log,
    grantsOf,
    commit,
  } = createCommitWorld(ROLES, () => now)
  const history = createHistory({
    documents,
    history: table,
    log,
    grantsOf,
    holdsFor: () => () => false,
  })
  const moments: Moment[] = []
  return {
    database,
    documents,
    log,
    table,
    history,
    moments,
    now: () => now,
    later: (milliseconds: number) => void (now += milliseconds),
    /** As an importer's: whatever is asked for is done. */
    async write(mutations: Mutation[], author: string = 'ue') {
      const actor: Actor = {...SYSTEM_ACTOR, id: author}
      const result = await commit({dataset, actor, steps: [() => ({mutations})]})
      if (result.changes.length === 0) return
      const state = new Map(documents.all(dataset).map((document) => [document._id, document]))
      moments.push({revision: result.transactionId, time: now, author, documents: state})
    },
    close: () => database.close(),
  }
}

export type PastWorld = ReturnType<typeof createPastWorld>

/** One edit by a person: of which document, after how long. */
export interface Deed {
  id: string
  author: string
  /** Milliseconds since the last step. */
  pause: number
  what: 'type' | 'set' | 'arrange' | 'replace' | 'delete' | 'publish'
  text: string
  at: number
}

const text = fc.oneof(
  fc.constantFrom('', 'a', ' und', 'é', '漢字', '😀', 'Night boat'),
  fc.string({unit: 'grapheme', maxLength: 12}),
)

export const deed: fc.Arbitrary<Deed> = fc.record({
  id: fc.constantFrom('one', 'two'),
  author: fc.constantFrom('ua', 'ub'),
  pause: fc.constantFrom(0, 300, 5_000, 4 * 60_000, 11 * 60_000),
  what: fc.constantFrom(
    ...([
      'type',
      'type',
      'type',
      'type',
      'set',
      'arrange',
      'replace',
      'delete',
      'publish',
    ] as const),
  ),
  text,
  at: fc.nat(5),
})

const block = (key: number, words: string): Json => ({
  _key: `b${key}`,
  _type: 'block',
  children: [{_key: 's', _type: 'span', text: words}],
})

/** Edits the document's draft as the studio does. The first step creates the draft. */
export async function doIt(world: PastWorld, {id, author, pause, what, text: words, at}: Deed) {
  world.later(pause)
  const draftId = `drafts.${id}`
  const draft = world.documents.get(dataset, draftId)
  if (!draft) {
    const begun = {_id: draftId, _type: 'article', headline: words, body: [block(at, words)]}
    return await world.write([{create: begun}], author)
  }
  const {_id, _rev, _updatedAt, _system, ...content} = draft
  const mutations = ((): Mutation[] => {
    switch (what) {
      case 'type':
        return [{patch: {id: draftId, set: {headline: `${String(draft['headline'])}${words}`}}}]
      case 'set':
        return [{patch: {id: draftId, set: {[`f${at}`]: words}, unset: [`f${(at + 1) % 6}`]}}]
      case 'arrange':
        return [
          {patch: {id: draftId, unset: [`body[_key=="b${at}"]`]}},
          {patch: {id: draftId, insert: {after: 'body[-1]', items: [block(at, words)]}}},
        ]
      case 'replace':
        return [{createOrReplace: {_id: draftId, _type: 'article', headline: words, other: at}}]
      case 'delete':
        return [{delete: {id: draftId}}]
      case 'publish':
        return [{createOrReplace: {...content, _id: id}}, {delete: {id: draftId}}]
    }
  })()
  await world.write(mutations, author)
}
