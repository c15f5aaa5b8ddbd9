// Two studios type in the same running text while a program patches it, until all have said their part.
import {setImmediate} from 'node:timers/promises'
import {expect} from 'vitest'
import type {LakeDocument} from '@copydesk/lake/types'
import type {TestLake} from '../lake.ts'
import {openDesk} from '../piece.ts'
import {block, blocksOf, insertion, press, textOf, type Block, type Draw} from './keys.ts'
import {openTypingStudio} from './studio.ts'

const ID = 'together'

/**
 * `keys`: how often each studio presses one; the program patches a fifth as often. `mayDelete`: now and
 * then somebody throws a paragraph away, with whatever is being typed into it.
 *
 * @returns the stored text, in which it all ended
 */
export async function typeTogether(
  lake: TestLake,
  {keys, mayDelete, draw}: {keys: number; mayDelete: boolean; draw: Draw},
): Promise<string> {
  const desk = await openDesk(lake)
  const program = lake.client('importer')
  const body = ['a', 'b', 'c'].map((key) => block(key, `The paragraph ${key} as it was.`))
  await program.create({_id: `drafts.${ID}`, _type: 'article', headline: 'Together', body})
  const stored = (): LakeDocument => lake.lake.services.documents.get('production', `drafts.${ID}`)!
  const studios = await Promise.all(
    [desk.journalist, desk.editor].map((voice) => openTypingStudio(lake, voice, ID)),
  )

  const type = async (index: number): Promise<void> => {
    const studio = studios[index]!
    for (let n = 0; n < keys; n++) {
      studio.patch(
        press(studio.local(), {letters: 'xy'[index]!, newKey: `n${index}-${n}`, mayDelete, draw}),
      )
      if (draw() < 0.3) studio.commit()
      // Others have their turn, the network among them.
      for (let turns = draw() * 12; turns > 0; turns--) await setImmediate()
    }
    studio.commit()
  }
  const meddle = async (): Promise<void> => {
    for (let n = 0; n < keys / 5; n++) {
      const [first] = blocksOf(stored()) as [Block, ...Block[]]
      const path = `body[_key=="${first._key}"]`
      const patch = program.patch(`drafts.${ID}`)
      const what = draw()
      if (what < 0.2) patch.set({headline: `Together ${n}`})
      else if (what < 0.3) patch.insert('before', 'body[0]', [block(`z${n}`, 'Put first.')])
      else if (what < 0.4) patch.set({[`${path}.style`]: draw() < 0.5 ? 'h2' : 'normal'})
      else {
        const text = textOf(first)
        const at = Math.floor(draw() * (text.length + 1))
        patch.diffMatchPatch({[`${path}.children[_key=="s"].text`]: insertion(text, at, 'z')})
      }
      await patch.commit({visibility: 'async'})
    }
  }
  await Promise.all([type(0), type(1), meddle()])
  await Promise.all(studios.map(({settled}) => settled(() => stored()._rev)))

  const final = stored()
  for (const studio of studios) {
    expect({...studio.local(), _rev: '', _updatedAt: ''}).toEqual({
      ...final,
      _rev: '',
      _updatedAt: '',
    })
  }
  expect(await program.getDocument(`drafts.${ID}`)).toEqual(final)
  await Promise.all(studios.map(({close}) => close()))
  return blocksOf(final).map(textOf).join('\n')
}
