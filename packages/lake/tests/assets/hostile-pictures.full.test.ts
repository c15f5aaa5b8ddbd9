// The costliest pictures of every format, at the limits that a newsroom has.
import sharp from 'sharp'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {someOf} from '../../../../tests/support/runs.ts'
import {createDecoder} from '../../src/assets/decoder.ts'
import {animation, flatPicture, HOSTILE_DRAWINGS} from './hostile-pictures.ts'
import {bytesOf, errorOf, openWorld, type World} from './world.ts'

const decoder = createDecoder()
let world: World
beforeAll(async () => {
  world = await openWorld({decoder})
})
afterAll(async () => {
  await decoder.close()
  await world.close()
})

/** Almost as many pixels as can be taken. */
const SIDE = 9990

// With a limit of one second each drawing is tried in hostile-pictures.every-format.full.test.ts.
it('a drawing is refused after ten seconds', async () => {
  const response = await world.upload('images', HOSTILE_DRAWINGS.turbulence)
  expect(response.status).toBe(400)
  expect((await errorOf(response)).description).toContain('takes longer than 10 seconds')
})

it.for(someOf(['avif', 'tiff', 'png', 'jpeg', 'gif', 'webp'] as const, 4))(
  'a hundred million pixels as %s are accepted, or refused with a reason',
  {tags: ['random']},
  async (format) => {
    const response = await world.upload('images', await flatPicture(SIDE, format))
    if (response.status === 200) return
    expect(response.status).toBe(400)
    expect((await errorOf(response)).description).toMatch(
      /takes longer than 30 seconds|needs too much memory/,
    )
  },
)

it('an animation is animated in its renditions, or replaced by its first frame', async () => {
  const {path} = await world.picture(await animation(1400, 12))
  for (const query of ['?w=700&fm=webp', '?w=1400', '?w=1400&fm=webp&flip=h&blur=200']) {
    const response = await world.get(`/${String(path)}${query}`)
    expect([200, 400]).toContain(response.status)
    if (response.status !== 200) continue
    expect((await sharp(await bytesOf(response)).metadata()).width).toBeGreaterThan(0)
  }
})

it('a decoder is stopped while it writes, too', async () => {
  const hurried = createDecoder({photoSeconds: 1})
  const other = await openWorld({decoder: {...decoder, render: hurried.render}})
  const noise = {type: 'gaussian' as const, mean: 128, sigma: 40}
  const create = {width: 2800, height: 2000, channels: 3 as const, background: '#888', noise}
  const {path} = await other.picture(await sharp({create}).jpeg().toBuffer())
  const response = await other.get(`/${String(path)}?fm=avif&q=100`)
  expect(response.status).toBe(400)
  expect((await errorOf(response)).description).toMatch(/takes too long/)
  await hurried.close()
  await other.close()
})
