// `copydesk import` of a whole dataset, and `copydesk pull`: its fronts come as they are, in any order with their stories, and show
// nothing that readers cannot open once it is through.
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, it} from 'vitest'
import {documentTable, openDatabase} from '@copydesk/lake/store'
import type {LakeDocument} from '@copydesk/lake/types'
import {startLake} from '../support/lake.ts'
import {publishedOf, ref} from '../support/piece.ts'
import {container, front, slot} from '../workflow/fronts/fronts.ts'
import {copydesk, onFolder, temporaryFolder} from './support.ts'

const HOUR = 3_600_000
const at = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString()
const secretOf = (id: string): string => `Only on the front: ${id}`
const photo = (_id: string, rights: object) => ({
  _id,
  _type: 'photoWithCredit',
  alt: 'A pier',
  creditLine: '© X',
  rights,
})
const picture = (id: string) => ({picture: {_type: 'image', photo: ref(id)}})
const own = (id: string, fields: object = {}) => slot(id, {headline: secretOf(id), ...fields})

const ENDS = at(48)
const page = front(
  container('Top', [own('open', picture('ended')), own('missing'), own('held'), own('draft')]),
  container('More', [own('off'), own('open'), own('over', {until: at(-1)}), own('world')]),
  container('Last', [own('second', picture('good'))]),
)
const UNPUBLISHED = ['drafts.front-home', 'versions.evening.front-home']
const FRONTS = [page, ...UNPUBLISHED.map((_id) => ({...page, _id}))]
/** Without members: pictures would have to be files. */
const story = (id: string, fields: object = {}) => ({
  ...publishedOf(id).at(-1),
  leadPhoto: undefined,
  bylines: undefined,
  body: undefined,
  firstPublishedAt: at(-100),
  ...fields,
})
const REST = [
  {_id: 'world', _type: 'section', title: 'World'},
  story('open'),
  story('second'),
  story('over'),
  story('off'),
  story('held', {embargo: {until: at(24)}}),
  {...story('draft'), _id: 'drafts.draft'},
  {_id: 'off-fronts-off', _type: 'offFronts', piece: {...ref('off'), _weak: true}},
  photo('ended', {validUntil: at(-2)}),
  photo('good', {validUntil: ENDS}),
  {
    _id: '_.releases.evening',
    _type: 'system.release',
    name: 'evening',
    state: 'active',
    metadata: {releaseType: 'asap', title: 'Evening'},
  },
]

function read(folder: string): (id: string) => string {
  const database = openDatabase(join(folder, 'lake.sqlite'), {readOnly: true})
  const all = new Map(
    documentTable(database)
      .all('production')
      .map((one) => [one._id, one] as const),
  )
  database.close()
  return (id) => JSON.stringify(all.get(id) ?? null)
}

/** Of the stories that have a place, those whose words are there. */
const IDS = ['open', 'missing', 'held', 'draft', 'off', 'over', 'world', 'second']
const wordsIn = (text: string): string[] => IDS.filter((id) => text.includes(secretOf(id)))
const refsIn = (text: string): string[] => IDS.filter((id) => text.includes(`"_ref":"${id}"`))

async function importing(folder: string, documents: object[], ...flags: string[]) {
  const file = join(temporaryFolder(), 'all.ndjson')
  writeFileSync(file, documents.map((one) => JSON.stringify(one)).join('\n'))
  const outcome = await onFolder(folder)('import', file, ...flags)
  expect(outcome, outcome.stderr).toMatchObject({code: 0})
}

describe.each([
  ['first', [...FRONTS, ...REST]],
  ['last', [...REST, ...FRONTS]],
])('An import whose fronts come %s', (_when, documents) => {
  const folder = temporaryFolder()
  let get: ReturnType<typeof read>
  beforeAll(async () => {
    await importing(folder, documents)
    get = read(folder)
  })

  it('leaves on the front what readers can open, each once', () => {
    const text = get('front-home')
    expect(wordsIn(text)).toEqual(['open', 'second'])
    expect(refsIn(text)).toEqual(['open', 'second'])
    expect(text.split('"_ref":"open"')).toHaveLength(2)
    expect(text).not.toContain('"ended"')
  })

  it('ends a picture with its rights', () => {
    expect(get('front-home')).toContain(`"until":"${ENDS}"`)
  })

  it('leaves in drafts and releases what readers can open later', () => {
    for (const id of UNPUBLISHED) {
      const text = get(id)
      expect(refsIn(text)).toEqual(['open', 'held', 'draft', 'over', 'second'])
      expect(wordsIn(text)).toEqual(refsIn(text))
      expect(text).not.toContain('"ended"')
    }
  })

  it('puts into the ledger what came off, and why', () => {
    const database = openDatabase(join(folder, 'lake.sqlite'), {readOnly: true})
    const entries: LakeDocument[] = documentTable(database).ofType('production', 'ledgerEntry')
    database.close()
    const lines = entries
      .filter((entry) => JSON.stringify(entry['subject'] ?? null).includes('front-home'))
      .flatMap(({changes}) => changes as string[])
    expect(lines).toEqual(
      expect.arrayContaining([
        '“The story held” came off: readers cannot open it.',
        '“The story off” came off: it is on no front.',
        '“The story over” came off: its time there had ended.',
        '“The story open” came off More: it is on the front already.',
        'The picture at “The story open” came off: its rights do not allow it.',
      ]),
    )
  })
})

it('An import that replaces a dataset takes off what it takes from readers', async () => {
  const folder = temporaryFolder()
  const live = [
    {_id: 'world', _type: 'section', title: 'World'},
    story('open'),
    story('held'),
    story('second'),
    front(container('Top', [own('open'), own('held'), own('second')])),
  ]
  await importing(folder, live)
  expect(wordsIn(read(folder)('front-home'))).toEqual(['open', 'held', 'second'])
  await importing(folder, [story('held', {embargo: {until: at(24)}}), story('open')], '--replace')
  expect(wordsIn(read(folder)('front-home'))).toEqual(['open', 'second'])
  await importing(folder, live, '--replace')
  expect(wordsIn(read(folder)('front-home'))).toEqual(['open', 'held', 'second'])
})

it('A pull leaves on the front what readers can open here, each time', async () => {
  const there = await startLake({time: Date.now()})
  try {
    const transaction = there.client('importer').transaction()
    for (const one of [
      {_id: 'world', _type: 'section', title: 'World'},
      story('open'),
      story('held', {embargo: {until: at(24)}}),
      front(container('Top', [own('missing'), own('held'), own('open')])),
    ]) {
      transaction.create(JSON.parse(JSON.stringify(one)) as never)
    }
    await transaction.commit()
    const folder = temporaryFolder()
    for (const _time of ['first', 'second']) {
      const outcome = await copydesk(['pull', '--from', there.origin, '--data', folder], {
        COPYDESK_REMOTE_TOKEN: there.token('importer'),
      })
      expect(outcome, outcome.stderr).toMatchObject({code: 0})
      expect(wordsIn(read(folder)('front-home'))).toEqual(['open'])
      expect(refsIn(read(folder)('front-home'))).toEqual(['open'])
    }
  } finally {
    await there.close()
  }
})
