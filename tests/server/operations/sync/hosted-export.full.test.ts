// What Sanity's hosted lake exports, brought in: its documents have a history that this lake did not see.
import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {beforeAll, describe, expect, it} from 'vitest'
import type {LakeDocument} from '@copydesk/lake/types'
import {createNewsroomLake} from '../../../../server/newsroom-lake.ts'
import {copydesk, temporaryFolder, type Outcome} from '../../support.ts'

const folder = temporaryFolder()
const archive = join(folder, 'hosted.tar.gz')
let picture = ''

const STORED = {
  _rev: 'Xz0aPbKJtFYYGqUqCN4Fs7',
  _createdAt: '2019-03-04T05:06:07Z',
  _updatedAt: '2020-01-01T00:00:00Z',
}
const TOPIC = {...STORED, _id: 'topic-a', _type: 'topic', title: 'Harbour'}

beforeAll(async () => {
  const bytes = await sharp({create: {width: 8, height: 8, channels: 3, background: 'teal'}})
    .png()
    .toBuffer()
  picture = createHash('sha1').update(bytes).digest('hex')
  const file = `${picture}-8x8.png`
  const documents = [
    // It refers to what comes later, and the other way round.
    {
      ...STORED,
      _id: 'section-a',
      _type: 'section',
      topic: {_type: 'reference', _ref: 'topic-a'},
      draftOf: {
        _type: 'reference',
        _ref: 'topic-b',
        _weak: true,
        _strengthenOnPublish: {type: 'topic', template: {id: 'topic'}},
      },
    },
    {...TOPIC, related: [{_type: 'reference', _ref: 'section-a'}]},
    {...STORED, _id: 'drafts.topic-b', _type: 'topic', title: 'Fish', _system: {base: {id: 'x'}}},
    {
      ...STORED,
      _id: 'photo-a',
      _type: 'photoWithCredit',
      image: {_type: 'image', _sanityAsset: `image@file://./images/${file}`},
    },
    {...STORED, _id: '_.groups.public', _type: 'system.group', grants: [], members: ['everyone']},
    {
      ...STORED,
      _id: '_.releases.rSpring',
      _type: 'system.release',
      name: 'rSpring',
      state: 'scheduled',
      publishAt: '2027-01-01T00:00:00Z',
      metadata: {title: 'Spring', releaseType: 'scheduled', intendedPublishAt: null},
    },
    {...STORED, _id: 'versions.rSpring.topic-a', _type: 'topic', title: 'Harbours'},
  ]
  mkdirSync(join(folder, 'hosted/images'), {recursive: true})
  writeFileSync(join(folder, 'hosted/images', file), bytes)
  const lines = documents.map((document) => JSON.stringify(document)).join('\n')
  writeFileSync(join(folder, 'hosted/data.ndjson'), `${lines}\n`)
  // For a single entry, the importer only reads the name.
  const assets = {
    [`image-${picture}`]: {originalFilename: 'teal.png', altText: 'Teal'},
    'image-of-another': {originalFilename: 'other.png'},
  }
  writeFileSync(join(folder, 'hosted/assets.json'), JSON.stringify(assets))
  execFileSync('tar', ['-czf', archive, '-C', folder, 'hosted'])
})

async function documentsOf(data: string): Promise<Map<string, LakeDocument>> {
  const lake = createNewsroomLake({dataFolder: data, origin: 'http://127.0.0.1:3333'})
  const all = lake.services.documents.all('production')
  await lake.close()
  return new Map(all.map((document) => [document._id, document]))
}

const run = (data: string, ...args: string[]): Promise<Outcome> =>
  copydesk(['import', archive, '--data', data, ...args])

describe('an archive of the hosted lake', () => {
  it('comes in with its times, its references firm, its releases open, and without groups', async () => {
    const data = join(temporaryFolder(), 'data')
    const imported = await run(data)
    expect(imported.code, imported.stderr).toBe(0)
    const stored = await documentsOf(data)
    expect(stored.get('topic-a')).toMatchObject({
      title: 'Harbour',
      _createdAt: '2019-03-04T05:06:07Z',
      related: [{_ref: 'section-a', _type: 'reference'}],
    })
    expect(stored.get('topic-a')?._rev).not.toBe(STORED._rev)
    const section = stored.get('section-a')
    expect(section?.['topic']).toEqual({_type: 'reference', _ref: 'topic-a'})
    expect(section?.['draftOf']).toMatchObject({_weak: true, _strengthenOnPublish: {type: 'topic'}})
    expect(stored.get('drafts.topic-b')).toMatchObject({title: 'Fish'})
    expect(stored.get(`image-${picture}-8x8-png`)).toMatchObject({altText: 'Teal'})
    expect(stored.get('_.releases.rSpring')).toMatchObject({
      state: 'active',
      metadata: {title: 'Spring', intendedPublishAt: '2027-01-01T00:00:00Z'},
    })
    expect(stored.get('versions.rSpring.topic-a')).toMatchObject({title: 'Harbours'})
    expect(stored.has('_.groups.public')).toBe(false)
    expect(readdirSync(join(data, 'assets/originals/production'))).toEqual([`${picture}-8x8.png`])
  }, 60_000)

  it('comes in again as one says: refused, left as it is, or in the place of what is there', async () => {
    const data = join(temporaryFolder(), 'data')
    expect((await run(data)).code).toBe(0)
    const set = async (mutation: object): Promise<void> => {
      const lake = createNewsroomLake({dataFolder: data, origin: 'http://127.0.0.1:3333'})
      await lake.services.commit({
        dataset: 'production',
        actor: {id: 'system', kind: 'system', roles: [], name: 'System'},
        steps: [() => ({mutations: [mutation as never], owns: ['_.releases.rSpring']})],
      })
      await lake.close()
    }
    await set({patch: {id: 'topic-a', set: {title: 'Edited here'}}})
    await set({patch: {id: '_.releases.rSpring', set: {'metadata.title': 'Edited here'}}})
    await set({delete: {id: 'drafts.topic-b'}})

    const refused = await run(data)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toMatch(/already exists[^]*Use --replace/)
    const missing = await run(data, '--missing')
    expect(missing.code, missing.stderr).toBe(0)
    let stored = await documentsOf(data)
    expect(stored.get('topic-a')).toMatchObject({title: 'Edited here'})
    expect(stored.get('_.releases.rSpring')).toMatchObject({metadata: {title: 'Edited here'}})
    expect(stored.get('drafts.topic-b')).toMatchObject({title: 'Fish'})

    const replaced = await run(data, '--replace')
    expect(replaced.code, replaced.stderr).toBe(0)
    stored = await documentsOf(data)
    expect(stored.get('topic-a')).toMatchObject({title: 'Harbour'})
    expect(stored.get('_.releases.rSpring')).toMatchObject({metadata: {title: 'Spring'}})
    const both = await run(data, '--replace', '--missing')
    expect(both.stderr).toContain('Choose one of --replace and --missing.')
  }, 90_000)

  it('continues without a missing picture, if the option says so', async () => {
    const file = join(folder, 'one.ndjson')
    const lines = [
      TOPIC,
      {
        _id: 'photo-b',
        _type: 'photoWithCredit',
        image: {_type: 'image', _sanityAsset: 'image@file://./images/none.png'},
      },
    ]
    writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
    const data = join(temporaryFolder(), 'data')
    const refused = await copydesk(['import', file, '--data', data])
    expect(refused.code).toBe(1)
    const args = ['import', file, '--data', data, '--replace', '--allow-failing-assets']
    const imported = await copydesk(args)
    expect(imported.code, imported.stderr).toBe(0)
    expect(imported.stderr).toContain('1 pictures or files are not there: Failed to upload asset')
    expect((await documentsOf(data)).has('photo-b')).toBe(true)
  }, 60_000)
})
