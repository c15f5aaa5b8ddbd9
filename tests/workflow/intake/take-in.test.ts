// An intake writes everything or nothing, wherever the lake fails.
import type {Article, Reading} from '@copydesk/intake/types'
import {describe, expect, it} from 'vitest'
import type {Draft} from '../../../workflow/intake/documents.ts'
import {takeIn, type IntakeLake, type TakeInOptions} from '../../../workflow/intake/take-in.ts'

const picture = (name: string) => ({
  bytes: new TextEncoder().encode(name),
  mediaType: 'image/png',
  fileName: name,
  address: null,
  alt: null,
})
const READING: Reading = {
  format: 'docx',
  lines: [],
  pictures: [picture('a'), picture('b')],
  language: null,
  title: null,
}
const photo = (position: number) => ({
  isLead: position === 0,
  caption: 'A ferry',
  creditLine: '© A',
  creator: null,
  holder: null,
  picture: position,
  lines: [position],
})
const found = (text: string) => ({text, lines: [0]})
const ARTICLE: Article = {
  language: 'en',
  kicker: null,
  headline: found('Ferries run again'),
  dek: null,
  bylines: [],
  authorBio: null,
  dateline: null,
  photos: [photo(0), photo(1)],
  body: [
    {kind: 'text', style: 'normal', text: '“We go,” she said.', marks: [], lines: [2]},
    {kind: 'photo', photo: 1, lines: [1]},
  ],
  quotes: [
    {
      block: 0,
      from: 1,
      to: 6,
      words: 'We go',
      form: 'direct',
      speakers: [{name: 'Rosa Almeida', kind: 'person', title: null, affiliation: null}],
      attribution: null,
    },
  ],
  furniture: [found('Our Partners')],
}

type Step = 'check' | 'upload' | 'create'

/** A lake in memory that fails at one call. */
function fakeLake(fails: {at?: Step; call?: number; wasThere?: boolean} = {}) {
  const documents: Draft[] = []
  const pictures = new Set<string>()
  const calls: Record<Step, number> = {check: 0, upload: 0, create: 0}
  const call = (step: Step): void => {
    calls[step] += 1
    if (fails.at === step && calls[step] === (fails.call ?? 1)) throw new Error(`${step} failed`)
  }
  const lake: IntakeLake = {
    check: async () => call('check'),
    upload: async ({fileName}) => {
      call('upload')
      const id = `image-${fileName}`
      pictures.add(id)
      return {id, wasThere: fails.wasThere === true}
    },
    authorSlugs: async () => ['ada-crane', 'ada-crane-2'],
    create: async (made) => {
      call('create')
      documents.push(...made)
    },
    remove: async (id) => void pictures.delete(id),
  }
  return {lake, documents, pictures, calls}
}

let count = 0
const options = (more: Partial<TakeInOptions> = {}): TakeInOptions => ({
  file: {name: 'ferries.docx', hash: 'abc'},
  newId: () => `id-${count++}`,
  ...more,
})
const take = (lake: IntakeLake, more?: Partial<TakeInOptions>) =>
  takeIn({article: ARTICLE, reading: READING}, lake, options(more))

describe('where the lake fails', () => {
  it.each<{at: Step; call?: number}>([
    {at: 'check'},
    {at: 'upload'},
    {at: 'upload', call: 2},
    {at: 'create'},
  ])('at $at $call, there is no document and no picture', async (fails) => {
    const {lake, documents, pictures} = fakeLake(fails)
    await expect(take(lake)).rejects.toThrow(`${fails.at} failed`)
    expect(documents).toEqual([])
    expect(pictures).toEqual(new Set())
  })

  it('pictures stay that the lake had before', async () => {
    const {lake, pictures} = fakeLake({at: 'create', wasThere: true})
    await expect(take(lake)).rejects.toThrow('create failed')
    expect(pictures.size).toBe(2)
  })

  it('a picture that cannot be removed does not hide the reason', async () => {
    const {lake} = fakeLake({at: 'create'})
    const remove = () => Promise.reject(new Error('not yours'))
    await expect(take({...lake, remove})).rejects.toThrow('create failed')
  })
})

it('gives a new author an address of their own, beside others of the same name', async () => {
  const {lake, documents} = fakeLake()
  const byline = (name: string) => ({name, role: 'writer' as const, lines: [0]})
  const article = {...ARTICLE, bylines: ['Ada Crane', 'Tom Reed', 'Nora Flint'].map(byline)}
  const slugOf = async (text: string) => text.toLowerCase().replaceAll(' ', '-')
  const known = {authors: new Map([['Nora Flint', {id: 'nora', isPublished: true}]])}
  await takeIn({article, reading: READING}, lake, options({slugOf, known}))
  const authors = documents.filter(({_type}) => _type === 'author')
  expect(authors).toMatchObject([
    {name: 'Ada Crane', slug: {current: 'ada-crane-3'}},
    {name: 'Tom Reed', slug: {current: 'tom-reed'}},
  ])
})

it('uploads nothing where the lake would refuse the documents', async () => {
  const {lake, calls} = fakeLake({at: 'check'})
  await expect(take(lake)).rejects.toThrow('check failed')
  expect(calls.upload).toBe(0)
})

it('leaves nothing behind if it is cancelled between two pictures', async () => {
  const {lake, documents, pictures} = fakeLake()
  const cancel = new AbortController()
  const onPicture = (done: number): void => {
    if (done === 1) cancel.abort()
  }
  await expect(take(lake, {signal: cancel.signal, onPicture})).rejects.toThrow('aborted')
  expect(documents).toEqual([])
  expect(pictures).toEqual(new Set())
})

describe('what is written', () => {
  const written = async (more?: Partial<TakeInOptions>) => {
    const {lake, documents} = fakeLake()
    await take(lake, more)
    return documents
  }

  it('is the draft whose form is open, with the private record last', async () => {
    const documents = await written({articleId: 'open-form'})
    expect(documents.at(-2)).toMatchObject({_id: 'drafts.open-form', _type: 'article'})
    expect(documents.at(-1)).toMatchObject({
      _id: 'private.intake.open-form',
      article: {_ref: 'open-form'},
      fileName: 'ferries.docx',
      fileHash: 'abc',
      leftOut: ['Our Partners'],
    })
  })

  it('has the descriptions of the photos, and slugs', async () => {
    const documents = await written({
      altOf: (position) => (position === 0 ? 'A white ferry' : null),
      slugOf: async (words) => words.toLowerCase().replaceAll(' ', '-'),
    })
    expect(documents.map(({alt}) => alt).filter(Boolean)).toEqual(['A white ferry'])
    expect(documents.at(-2)).toMatchObject({slug: {current: 'ferries-run-again'}})
  })

  it.each([
    ['nothing', {quotes: new Set<number>(), photos: new Set<number>()}, 4],
    ['the quote', {quotes: new Set([0]), photos: new Set<number>()}, 2],
    ['one photo', {quotes: new Set<number>(), photos: new Set([1])}, 3],
  ])(
    'waits for a confirmation, but for %s that was confirmed before',
    async (_what, confirmed, open) => {
      const record = (await written({confirmed})).at(-1)
      expect(record?.['suggested']).toHaveLength(open)
    },
  )
})
