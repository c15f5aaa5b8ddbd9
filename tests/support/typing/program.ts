// A program that patches an article while people write in it, and follows its events.
import {setTimeout} from 'node:timers/promises'
import type {MutationEvent} from '@sanity/client'
import {applyPatch} from 'mendoza'
import type {LakeDocument} from '@copydesk/lake/types'
import {newsroomClient} from '../newsroom-client.ts'
import {block, blocksOf, insertion, textOf, type Block, type Draw} from './keys.ts'

export interface Program {
  /** The draft as the lake answers it. */
  read(): Promise<LakeDocument>
  /** The draft made of its first state and the patches that the lake told since. */
  heard(): LakeDocument
  /** Where a patch did not begin at the revision at which the one before it ended. */
  gaps: readonly string[]
  /** How many patches were stored. */
  patched(): number
  patch(isOver: () => boolean): Promise<void>
  close(): void
}

export interface ProgramOptions {
  origin: string
  token: string
  /** Which paragraph it is that people write in, too, by its text. */
  isShared: (text: string) => boolean
  draw: Draw
}

const OWN = 'program-'

/** As the editor makes one: what is missing it would add, with what is typed next. */
export const paragraph = (key: string, text: string): Block & Record<string, unknown> => ({
  ...block(key, text),
  style: 'normal',
  markDefs: [],
})

/** Signs in, writes the draft and listens to it. */
export async function createProgram(
  {origin, token, isShared, draw}: ProgramOptions,
  draft: {_id: string; _type: string; body: Block[]; [field: string]: unknown},
): Promise<Program> {
  const draftId = draft._id
  const client = newsroomClient(origin, token)
  const read = async (): Promise<LakeDocument> => {
    const document = await client.getDocument<LakeDocument>(draftId)
    if (!document) throw new Error('The draft is gone.')
    return document
  }

  await client.create(draft)

  const events: MutationEvent[] = []
  const welcome = Promise.withResolvers<void>()
  const listening = client
    .listen(
      '*[_id == $id]',
      {id: draftId},
      {
        events: ['welcome', 'mutation'],
        includeResult: false,
        includeAllVersions: true,
        effectFormat: 'mendoza',
      },
    )
    .subscribe({
      next: (event) => (event.type === 'mutation' ? events.push(event) : welcome.resolve()),
      error: welcome.reject,
    })
  await welcome.promise
  let heard = await read()
  const gaps: string[] = []
  const follow = (): LakeDocument => {
    for (const {previousRev, resultRev, effects} of events.splice(0)) {
      if (previousRev !== heard._rev) gaps.push(`${heard._rev} … ${previousRev}`)
      const {_rev: _, ...rest} = heard
      heard = {...(applyPatch(rest, effects?.apply ?? []) as LakeDocument), _rev: resultRev ?? ''}
    }
    return heard
  }

  let patched = 0
  const patchOnce = async (): Promise<void> => {
    const blocks = blocksOf(await read())
    const own = blocks.filter(({_key}) => _key.startsWith(OWN))
    const any = blocks[Math.floor(draw() * blocks.length)]
    const patch = client.patch(draftId)
    const what = draw()
    const [oldest] = own
    const written = what < 0.6 ? blocks.find((one) => isShared(textOf(one))) : own.at(-1)
    if (what < 0.15) patch.set({headline: `The bridge, told for the ${patched + 1}th time`})
    else if (oldest && own.length > 3) patch.unset([`body[_key=="${oldest._key}"]`])
    else if (any && what < 0.35) {
      const where = draw() < 0.5 ? 'before' : 'after'
      const key = `${OWN}${patched}`
      patch.insert(where, `body[_key=="${any._key}"]`, [paragraph(key, `1${patched}.`)])
    } else if (written) {
      const text = textOf(written)
      const at = Math.floor(draw() * (text.length + 1))
      const path = `body[_key=="${written._key}"].children[0].text`
      patch.diffMatchPatch({[path]: insertion(text, at, '7')})
    } else return
    await patch.commit({visibility: 'async'})
    patched += 1
  }

  return {
    read,
    heard: follow,
    gaps,
    patched: () => patched,
    async patch(isOver) {
      while (!isOver()) {
        await patchOnce()
        await setTimeout(100 + draw() * 500)
      }
    },
    close: () => listening.unsubscribe(),
  }
}
