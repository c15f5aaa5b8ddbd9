// Moving as such, between lakes in the memory: one names pictures otherwise, one fails amid everything.
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {referencesOf} from '../../../../server/operations/sync/comparable.ts'
import {referencesFirst} from '../../../../server/operations/sync/reference-order.ts'
import {lakeAddress} from '../../../../server/operations/sync/lake-address.ts'
import type {
  LakeConnection,
  SyncDocument,
} from '../../../../server/operations/sync/lake-connection.ts'
import {Refused} from '../../../../server/operations/sync/refusal.ts'
import {syncContent, type SyncOptions} from '../../../../server/operations/sync/sync-content.ts'

const ALL = {drafts: true, private: true, records: true, releases: true}

interface MemoryLake extends LakeConnection {
  stored: Map<string, SyncDocument>
  files: Map<string, Buffer>
  writes: number
  /** Throws at this write, once it is done. */
  failAt?: number
}

/** Holds references as strictly as the real ones. */
function memoryLake(
  documents: SyncDocument[] = [],
  nameOf = (sha1: string) => `image-${sha1}-1x1-png`,
): MemoryLake {
  const stored = new Map(documents.map((document) => [document._id, document]))
  const lake: MemoryLake = {
    title: 'a lake',
    isHosted: true,
    projectId: 'abc123de',
    dataset: 'production',
    greet: async () => {},
    stored,
    files: new Map(),
    writes: 0,
    async *documents() {
      yield* [...stored.values()].toSorted((a, b) => (a._id < b._id ? -1 : 1))
    },
    publicIds: async () => [...stored.keys()],
    async mutate(mutations, {dryRun = false} = {}) {
      const after = new Map(stored)
      for (const mutation of mutations) {
        if ('delete' in mutation) after.delete(mutation.delete.id)
        else if ('createOrReplace' in mutation) {
          after.set(mutation.createOrReplace._id, mutation.createOrReplace)
        } else {
          const before = after.get(mutation.patch.id)
          if (before) after.set(before._id, {...before, ...mutation.patch.set})
        }
      }
      for (const document of after.values()) {
        for (const id of referencesOf(document).strong) {
          if (!after.has(id)) throw new Refused(409, `${document._id} refers to ${id}`)
        }
      }
      if (dryRun) return
      for (const id of stored.keys()) if (!after.has(id)) stored.delete(id)
      for (const [id, document] of after) stored.set(id, document)
      written()
    },
    async importRelease(release, {dryRun = false} = {}) {
      if (dryRun) return
      stored.set(release._id, release)
      written()
    },
    comments: async () => null,
    async original({sha1hash}) {
      return new Response(new Uint8Array(lake.files.get(String(sha1hash)) ?? Buffer.alloc(0)))
    },
    async upload(asset, file) {
      const bytes = readFileSync(file)
      const sha1 = createHash('sha1').update(bytes).digest('hex')
      const document = {_id: nameOf(sha1), _type: asset._type, sha1hash: sha1}
      stored.set(document._id, document)
      lake.files.set(sha1, bytes)
      written()
      return document
    },
  }
  const written = (): void => {
    lake.writes += 1
    if (lake.writes === lake.failAt) throw new Error('The line went dead')
  }
  return lake
}

const reference = (id: string, rest: object = {}): object => ({
  _type: 'reference',
  _ref: id,
  ...rest,
})

/** A circle of three, a draft, a picture with a title, and a reference that leads nowhere. */
function sourceLake(): MemoryLake {
  const bytes = Buffer.from('a picture')
  const sha1 = createHash('sha1').update(bytes).digest('hex')
  const picture = `image-${sha1}-1x1-png`
  const lake = memoryLake([
    {_id: 'a', _type: 'topic', next: reference('b')},
    {_id: 'b', _type: 'topic', next: reference('c')},
    {_id: 'c', _type: 'topic', next: reference('a'), gone: reference('nowhere')},
    {_id: 'drafts.d', _type: 'topic', photo: {_type: 'image', asset: reference(picture)}},
    {_id: picture, _type: 'sanity.imageAsset', sha1hash: sha1, title: 'At noon', altText: 'A gull'},
  ])
  lake.files.set(sha1, bytes)
  return lake
}

const run = async (options: Omit<SyncOptions, 'scope'> & Partial<SyncOptions>) =>
  await syncContent({scope: ALL, ...options})

describe('moving', () => {
  it('makes references firm again, weak where they lead nowhere, and is then at rest', async () => {
    const [from, to] = [sourceLake(), memoryLake()]
    const moved = await run({from, to})
    expect(moved).toMatchObject({created: 4, changed: 0, uploaded: 1, dangling: 1})
    expect(to.stored.get('a')).toEqual({_id: 'a', _type: 'topic', next: reference('b')})
    expect(to.stored.get('c')).toEqual({
      _id: 'c',
      _type: 'topic',
      next: reference('a'),
      gone: reference('nowhere', {_weak: true}),
    })
    const {writes} = to
    expect(await run({from, to})).toMatchObject({created: 0, changed: 0, uploaded: 0, same: 4})
    expect(to.writes).toBe(writes)
  })

  it('follows pictures to the names that they have there, and brings their texts along', async () => {
    const from = sourceLake()
    const to = memoryLake([], (sha1) => `image-${sha1}-2x2-jpg`)
    await run({from, to})
    const [asset] = [...to.stored.values()].filter(({_type}) => _type === 'sanity.imageAsset')
    expect(asset).toMatchObject({title: 'At noon', altText: 'A gull'})
    expect(asset?._id).toMatch(/-2x2-jpg$/)
    expect(to.stored.get('drafts.d')).toMatchObject({photo: {asset: {_ref: asset?._id}}})
    expect(await run({from, to})).toMatchObject({changed: 0, uploaded: 0, same: 4})
  })

  it('comes to the same end wherever it is interrupted', async () => {
    const whole = memoryLake()
    await run({from: sourceLake(), to: whole})
    expect(whole.writes).toBeGreaterThan(3)
    for (let failAt = 1; failAt <= whole.writes; failAt++) {
      const [from, to] = [sourceLake(), memoryLake()]
      to.failAt = failAt
      await expect(run({from, to})).rejects.toThrow('The line went dead')
      await run({from, to})
      expect(Object.fromEntries(to.stored)).toEqual(Object.fromEntries(whole.stored))
      expect(to.writes).toBeLessThanOrEqual(whole.writes + 1)
    }
  })

  it('sends the hosted lake what a version unpublishes, but not its creator', async () => {
    const version = {_type: 'topic', title: 'A'}
    const createdBy = 'somebody-here'
    const from = memoryLake([
      {_id: '_.releases.may', _type: 'system.release', name: 'may', state: 'scheduled'},
      {...version, _id: 'versions.may.a', _system: {createdBy, delete: true}},
      {...version, _id: 'versions.may.b', _system: {createdBy}},
    ])
    const to = memoryLake()
    expect(await run({from, to})).toMatchObject({created: 3})
    expect(to.stored.get('versions.may.a')).toEqual({
      ...version,
      _id: 'versions.may.a',
      _system: {delete: true},
    })
    expect(to.stored.get('versions.may.b')).toEqual({...version, _id: 'versions.may.b'})
    // On the other side it is not scheduled, and that does not count as a difference.
    to.stored.set('_.releases.may', {
      ...from.stored.get('_.releases.may')!,
      state: 'active',
      metadata: {releaseType: 'scheduled'},
    })
    expect(await run({from, to})).toMatchObject({created: 0, changed: 0, same: 3})
    from.stored.get('versions.may.a')!['_system'] = {createdBy}
    expect(await run({from, to})).toMatchObject({changed: 1, same: 2})
  })

  it('sends no picture that came damaged', async () => {
    const [from, to] = [sourceLake(), memoryLake()]
    from.original = async () => new Response('another picture')
    await expect(run({from, to})).rejects.toThrow(/is not what was uploaded at a lake/)
    expect(to.stored.size).toBe(0)
  })

  it('lists in a dry run what it would do, deletions too, and does nothing', async () => {
    const [from, to] = [sourceLake(), memoryLake()]
    to.stored.set('a', {_id: 'a', _type: 'topic'})
    to.stored.set('z', {_id: 'z', _type: 'topic'})
    const lines: string[] = []
    await run({from, to, dryRun: true, remove: true, say: (line) => lines.push(line)})
    expect(lines).toEqual([
      expect.stringMatching(/^upload {2}image-/),
      'change  a  (topic)',
      'create  b  (topic)',
      'create  c  (topic)',
      'create  drafts.d  (topic)',
      'delete  z  (topic)',
    ])
    expect(to.writes).toBe(0)
  })
})

describe('an order of references', () => {
  it('has targets first, circles broken, and no limit to how long a chain is', () => {
    const targets: Record<string, string[]> = {a: ['b'], b: ['c'], c: ['a', 'd'], e: ['a']}
    expect(referencesFirst(['e', 'a', 'b', 'c', 'd'], (id) => targets[id] ?? [])).toEqual([
      'd',
      'c',
      'b',
      'a',
      'e',
    ])
    const long = Array.from({length: 100_000}, (_, n) => String(n))
    expect(referencesFirst(long, (id) => [String(Number(id) + 1)])).toEqual(long.toReversed())
  })
})

describe('the address of a lake', () => {
  it.each([
    ['abc123de', 'https://abc123de.api.sanity.io', true],
    ['https://news.example.org/studio', 'https://news.example.org', false],
    ['http://127.0.0.1:3333', 'http://127.0.0.1:3333', false],
  ])('%s', (given, base, isHosted) => {
    expect(lakeAddress(given, 'production')).toMatchObject({base, isHosted})
  })

  it.each(['ftp://x', 'https://user:secret@news.example.org', 'a b', ''])(
    'refuses "%s"',
    (given) => {
      expect(() => lakeAddress(given, 'production')).toThrow(/is neither the id/)
    },
  )
})
