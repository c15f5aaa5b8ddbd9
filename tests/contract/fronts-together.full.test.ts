// Two editors arrange one front at the same time: what only one of them did holds, nothing is lost or there
// twice, and readers get what the draft says.
import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {HOME_FRONT} from '../../model/fronts.ts'
import {finishFront} from '../../queries/finish-front.ts'
import {FRONT_QUERY} from '../../queries/fronts.ts'
import {commitEdit, type EditingClient} from '../../studio/plugins/fronts/commit-edit.ts'
import {
  findSlot,
  slotOfPiece,
  weakly,
  type FrontDocument,
  type FrontSlot,
} from '../../studio/plugins/fronts/front-document.ts'
import {nextPlace, type FrontEdit} from '../../studio/plugins/fronts/front-edits.ts'
import {generator} from '../support/generator.ts'
import {startLake, type TestLake} from '../support/lake.ts'
import {newsroomClient, sessionClient} from '../support/newsroom-client.ts'
import {openDesk, ok, publish, type Desk} from '../support/piece.ts'
import {runs} from '../support/runs.ts'

const COURSES = runs(1_500)
/** Of each. */
const GESTURES = 8
const PIECES = Array.from({length: 12}, (_, n) => `story-${n}`)
const CONTAINERS = ['top', 'middle', 'foot']

let lake: TestLake
let desk: Desk
let editors: SanityClient[]
let reader: SanityClient
beforeAll(async () => {
  lake = await startLake()
  desk = await openDesk(lake)
  for (const id of PIECES) await publish(desk, id)
  editors = [desk.editor, desk.otherEditor].map(({headers}) =>
    sessionClient(lake.origin, String(headers['cookie']).replace('copydesk_session=', '')),
  )
  reader = newsroomClient(lake.origin).withConfig({perspective: 'published'})
})
afterAll(() => lake.close())

const EMPTY: FrontDocument = {
  _id: HOME_FRONT,
  _type: 'front',
  containers: CONTAINERS.map((_key) => ({
    _key,
    _type: 'frontContainer',
    layout: 'list',
    fill: {_type: 'frontFill', from: 'nothing'},
    slots: [],
  })),
}

/** What is known of a piece: who has changed it, and what the last of them left. */
interface Known {
  touched: Set<number>
  isThere: boolean
  headline?: string
}

class Course {
  readonly #random: () => number
  readonly #known = new Map<string, Known>()
  readonly #undo: FrontEdit[][] = [[], []]
  #count = 0

  readonly #seed: number

  constructor(seed: number) {
    this.#seed = seed
    this.#random = generator(seed)
  }

  get known(): ReadonlyMap<string, Known> {
    return this.#known
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.#random() * items.length)] as Item
  }

  /** Something that this editor may do with the front as they see it. */
  next(front: FrontDocument, editor: number): FrontEdit | 'undo' {
    const slots = (front.containers ?? []).flatMap(({slots: of = []}) => of)
    const slot = slots.length > 0 ? this.pick(slots) : undefined
    const kind = this.pick(['place', 'place', 'move', 'step', 'word', 'remove', 'undo'])
    if (kind === 'undo' && this.#undo[editor]?.length) return 'undo'
    if (!slot || kind === 'place' || kind === 'undo') return this.#place(editor)
    if (kind === 'remove') return {kind: 'remove', slot: slot._key}
    if (kind === 'word') {
      return {kind: 'word', slot: slot._key, set: {headline: `Words ${++this.#count}`}}
    }
    const step = kind === 'step' && nextPlace(front, slot._key, this.pick(['up', 'down']))
    const to = step || {container: this.pick(CONTAINERS), before: this.pick(slots)._key}
    return {kind: 'move', slot: slot._key, to}
  }

  #place(editor: number): FrontEdit {
    const slot: FrontSlot = {
      _key: `s${this.#seed}-${++this.#count}-${editor}`,
      _type: 'frontSlot',
      piece: weakly(this.pick(PIECES)),
    }
    return {kind: 'place', slot, to: {container: this.pick(CONTAINERS)}}
  }

  async carryOut(editor: number, front: FrontDocument, edit: FrontEdit | 'undo'): Promise<void> {
    const steps = this.#undo[editor] ?? []
    const chosen = edit === 'undo' ? steps.pop() : edit
    if (!chosen) return
    const piece = pieceOf(front, chosen)
    if (piece) this.#touch(piece, editor, front)
    try {
      const undo = await commitEdit(editors[editor] as EditingClient, EMPTY, chosen)
      if (edit !== 'undo') steps.push(undo)
      if (piece) this.#note(piece, chosen)
    } catch (error) {
      // A sentence for the person: a colleague was there before.
      if (!/colleague/i.test(String(error))) throw error
    }
  }

  #touch(piece: string, editor: number, front: FrontDocument): void {
    const slot = slotOfPiece(front, piece)
    const known = this.#known.get(piece) ?? {
      touched: new Set(),
      isThere: slot !== undefined,
      ...(slot?.headline !== undefined && {headline: slot.headline}),
    }
    known.touched.add(editor)
    this.#known.set(piece, known)
  }

  #note(piece: string, edit: FrontEdit): void {
    const known = this.#known.get(piece)
    if (!known) return
    if (edit.kind === 'remove') known.isThere = false
    if (edit.kind === 'place' || edit.kind === 'move') known.isThere = true
    if (edit.kind === 'place' && edit.slot.headline) known.headline = edit.slot.headline
    if (edit.kind === 'word') {
      if (edit.set.headline === undefined) delete known.headline
      else known.headline = edit.set.headline
    }
    if (edit.kind === 'remove') delete known.headline
  }
}

const pieceOf = (front: FrontDocument, edit: FrontEdit): string | undefined => {
  if (edit.kind === 'place') return edit.slot.piece._ref
  return 'slot' in edit && typeof edit.slot === 'string'
    ? findSlot(front, edit.slot)?.slot.piece._ref
    : undefined
}

async function current(editor: number): Promise<FrontDocument> {
  const both = await editors[editor]?.fetch<FrontDocument[]>('*[_type == "front"]')
  return both?.find(({_id}) => _id.startsWith('drafts.')) ?? both?.[0] ?? EMPTY
}

const placed = (front: FrontDocument): string[][] =>
  (front.containers ?? []).map(({slots = []}) => slots.map(({piece}) => piece._ref))

async function run(seed: number): Promise<void> {
  const course = new Course(seed)
  for (let n = 0; n < GESTURES; n++) {
    const seen = await Promise.all([current(0), current(1)])
    const edits = seen.map((front, editor) => course.next(front, editor))
    await Promise.all(
      edits.map((edit, editor) => course.carryOut(editor, seen[editor] as FrontDocument, edit)),
    )
  }
  const front = await current(0)
  expect(await current(1)).toEqual(front)
  const pieces = placed(front).flat()
  expect(new Set(pieces).size, `each story once (course ${seed})`).toBe(pieces.length)
  for (const [piece, {touched, isThere, headline}] of course.known) {
    if (touched.size > 1) continue
    const slot = slotOfPiece(front, piece)
    expect(slot !== undefined, `${piece} as its editor left it (course ${seed})`).toBe(isThere)
    if (slot) expect(slot.headline, `${piece}, course ${seed}`).toBe(headline)
  }
  await expectPage(front, seed % 3 === 0)
}

/** What readers get after the publication: the draft, without a story that was withdrawn just before. */
async function expectPage(front: FrontDocument, withdraws: boolean): Promise<void> {
  if (!front._id.startsWith('drafts.')) return
  const gone = withdraws ? placed(front).flat()[0] : undefined
  if (gone) {
    await ok(
      desk.act(desk.editor, {
        act: 'withdraw',
        articleId: gone,
        note: 'n',
        readerNote: 'It was wrong.',
      }),
    )
  }
  const left = placed(front).map((of) => of.filter((piece) => piece !== gone))
  expect(placed(await current(1))).toEqual(left)
  await ok(
    desk.actions(desk.editor, [
      {
        actionType: 'sanity.action.document.publish',
        publishedId: HOME_FRONT,
        draftId: `drafts.${HOME_FRONT}`,
      },
    ]),
  )
  const page = await reader.fetch(FRONT_QUERY, {id: HOME_FRONT})
  const shown = page
    ? finishFront(page).containers.map(({stories}) => stories.map(({_id}) => _id))
    : []
  expect(shown).toEqual(left.filter((of) => of.length > 0))
  if (gone) await publishAgain(gone)
}

async function publishAgain(id: string): Promise<void> {
  await ok(desk.act(desk.journalist, {act: 'submit', articleId: id}))
  await ok(desk.act(desk.editor, {act: 'approve', articleId: id, ifContentHash: desk.hash(id)}))
  await ok(
    desk.act(desk.editor, {
      act: 'publish',
      articleId: id,
      correction: {type: 'minor', readerNote: 'Back.'},
    }),
  )
}

describe('Two editors at one front', () => {
  it(`agree with each other and with the page after ${COURSES} random courses`, async () => {
    for (let seed = 1; seed <= COURSES; seed++) await run(seed)
  }, 240_000)
})
