// Pictures first, then one transaction; where anything fails there is nothing.
import {describe, expect, test} from 'vitest'
import type {Article, Photo, Picture, Reading} from '@copydesk/intake/types'
import {takeIn, type IntakeLake} from '../../../workflow/intake/take-in.ts'

const photo = (picture: number | null): Photo => ({
  isLead: false,
  caption: 'A bay',
  creditLine: null,
  creator: null,
  holder: null,
  picture,
  lines: [],
})
const picture = (name: string): Picture => ({
  bytes: new TextEncoder().encode(name),
  mediaType: 'image/png',
  fileName: name,
  address: null,
  alt: null,
})

const reading: Reading = {
  format: 'docx',
  lines: [],
  pictures: [
    picture('one'),
    picture('two'),
    {...picture('far'), bytes: null, address: 'https://example.org/far.png'},
  ],
  language: 'en',
  title: null,
}
const article: Article = {
  language: 'en',
  kicker: null,
  headline: {text: 'Tide late', lines: []},
  dek: null,
  bylines: [],
  authorBio: null,
  dateline: null,
  photos: [photo(0), photo(1), photo(2)],
  body: [],
  quotes: [],
  furniture: [],
}
const file = {name: 'tide.docx', hash: 'abc'}

/** A lake that fails at a step, and says what it was asked. */
function lake(failsAt?: string): {lake: IntakeLake; log: string[]} {
  const log: string[] = []
  const step = async (name: string) => {
    log.push(name)
    if (name === failsAt) throw new Error(`no ${name}`)
  }
  return {
    log,
    lake: {
      upload: async ({fileName}) => {
        await step(`upload ${fileName}`)
        return {id: `image-${fileName}`, wasThere: fileName === 'two'}
      },
      create: async (documents) => await step(`create ${documents.length}`),
      remove: async (id) => await step(`remove ${id}`),
    },
  }
}

const run = async (failsAt?: string, signal?: AbortSignal) => {
  const {lake: one, log} = lake(failsAt)
  let count = 0
  const done = takeIn({article, reading}, one, {
    file,
    newId: () => `id${count++}`,
    ...(signal ? {signal} : {}),
  })
  return {
    log,
    error: await done.then(
      () => null,
      (error: Error) => error.message,
    ),
  }
}

describe('taking an article in', () => {
  test('uploads what the file holds, asks for no address, and writes once', async () => {
    const {log, error} = await run()
    expect(error).toBeNull()
    expect(log).toEqual(['upload one', 'upload two', 'create 5'])
  })

  test('removes its pictures where the transaction fails, but none that was there before', async () => {
    const {log, error} = await run('create 5')
    expect(error).toBe('no create 5')
    expect(log).toEqual(['upload one', 'upload two', 'create 5', 'remove image-one'])
  })

  test('writes nothing where a picture fails', async () => {
    const {log, error} = await run('upload two')
    expect(error).toBe('no upload two')
    expect(log).toEqual(['upload one', 'upload two', 'remove image-one'])
  })

  test('says why it failed, also where a picture cannot be removed', async () => {
    const stopped = new AbortController()
    stopped.abort(new Error('cancelled'))
    expect(await run(undefined, stopped.signal)).toEqual({log: [], error: 'cancelled'})
  })
})
