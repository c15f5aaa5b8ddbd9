// Sanity's own command line, as it comes, on a newsroom.
import {mkdirSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import sharp from 'sharp'
import {beforeAll, describe, expect, it} from 'vitest'
import type {LakeDocument} from '@copydesk/lake/types'
import {createNewsroomLake} from '../../../../server/newsroom-lake.ts'
import {ROOT} from '../../../../server/paths.ts'
import {copydesk, copydeskProcess, temporaryFolder, type Outcome} from '../../support.ts'

/** A project of somebody's own: the studio's configuration, and a migration beside it. */
const project = temporaryFolder()
const dataFolder = temporaryFolder()

const sanity = async (args: string[], folder = dataFolder): Promise<Outcome> => {
  const outcome = await copydeskProcess(['sanity', '--data', folder, ...args], {INIT_CWD: project})
  // It breaks lines in the middle of a sentence.
  const stderr = outcome.stderr.replaceAll(/\s*›\s*/g, ' ').replaceAll(/\s+/g, ' ')
  return {...outcome, stderr}
}

async function documentsOf(folder: string): Promise<LakeDocument[]> {
  const lake = createNewsroomLake({dataFolder: folder, origin: 'http://127.0.0.1:3333'})
  const all = lake.services.documents.all('production')
  await lake.close()
  return all
}

/** Without the fields that an import sets again. */
const said = (documents: LakeDocument[]): object[] =>
  documents
    .filter(({_type}) => _type !== 'ledgerEntry')
    .map(({_rev: _a, _updatedAt: _b, _createdAt: _c, _system: _d, uploadId: _e, ...rest}) => rest)

beforeAll(async () => {
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'))
  writeFileSync(
    join(project, 'sanity.cli.ts'),
    `import {defineCliConfig} from 'sanity/cli'
     export default defineCliConfig({api: {projectId: 'copydesk', dataset: 'production'}})`,
  )
  mkdirSync(join(project, 'migrations/loud'), {recursive: true})
  writeFileSync(
    join(project, 'migrations/loud/index.ts'),
    `import {at, defineMigration, set} from 'sanity/migrate'
     export default defineMigration({
       title: 'Topics in capitals',
       documentTypes: ['topic'],
       migrate: {document: ({title}) => at('title', set(String(title).toUpperCase()))},
     })`,
  )
  const picture = await sharp({create: {width: 8, height: 8, channels: 3, background: 'teal'}})
    .png()
    .toBuffer()
  writeFileSync(join(project, 'teal.png'), picture)
  const lines = [
    {_id: 'topic-a', _type: 'topic', title: 'Harbour'},
    {_id: 'section-a', _type: 'section', topic: {_type: 'reference', _ref: 'topic-a'}},
    {_id: 'drafts.article-a', _type: 'article', headline: 'Not yet'},
    {
      _id: 'drafts.photo-a',
      _type: 'photoWithCredit',
      image: {_type: 'image', _sanityAsset: 'image@file://./teal.png'},
    },
    {_id: 'private.source.a', _type: 'privateSource', notes: 'Calls at noon'},
  ]
  const file = join(project, 'content.ndjson')
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'))
  const imported = await copydesk(['import', file, '--data', dataFolder])
  expect(imported.code, imported.stderr).toBe(0)
})

describe('sanity', () => {
  it('datasets export and import carry documents, drafts and pictures to another newsroom, also twice', async () => {
    const archive = join(project, 'all.tar.gz')
    const exported = await sanity(['datasets', 'export', 'production', archive])
    expect(exported.code, exported.stderr).toBe(0)
    const other = temporaryFolder()
    await createNewsroomLake({dataFolder: other, origin: 'http://127.0.0.1:3333'}).close()
    for (const _ of ['for the first time', 'over what is there']) {
      const args = ['datasets', 'import', archive, '--dataset', 'production', '--replace']
      const imported = await sanity(args, other)
      expect(imported.code, imported.stderr).toBe(0)
      expect(said(await documentsOf(other))).toEqual(said(await documentsOf(dataFolder)))
    }
    const originals = 'assets/originals/production'
    expect(readdirSync(join(other, originals))).toEqual(readdirSync(join(dataFolder, originals)))
    expect(readdirSync(join(other, originals))).toHaveLength(1)
  }, 120_000)

  it('datasets import reads no file outside of the folder that it imports from', async () => {
    const file = join(project, 'planted.ndjson')
    const image = {_type: 'image', _sanityAsset: 'image@file:///etc/hostname'}
    writeFileSync(file, JSON.stringify({_id: 'photo-b', _type: 'photoWithCredit', image}))
    const refused = await sanity(['datasets', 'import', file, '--dataset', 'production'])
    expect(refused.stderr).toContain('names a file outside of the archive’s folder at "image"')
    expect(refused.code).toBe(1)
    expect((await documentsOf(dataFolder)).map(({_id}) => _id)).not.toContain('photo-b')
  }, 120_000)

  it(
    'datasets list shows what there is; what this lake has not is refused in a sentence',
    {tags: ['soak'], timeout: 120_000},
    async () => {
      const listed = await sanity(['datasets', 'list'])
      expect(listed.stdout).toMatch(/^production$/m)
      for (const [args, words] of [
        [['delete', 'production', '--force'], 'cannot be deleted'],
        [['copy', 'production', 'other'], 'cannot copy datasets'],
      ] as const) {
        const refused = await sanity(['datasets', ...args])
        expect(refused.code, args.join(' ')).toBe(1)
        expect(refused.stderr.replaceAll(/\s+/g, ' ')).toContain(words)
      }
    },
  )

  it(
    'documents are created, read, found and deleted',
    {tags: ['soak'], timeout: 120_000},
    async () => {
      const file = join(project, 'topic.json')
      writeFileSync(file, JSON.stringify({_id: 'topic-b', _type: 'topic', title: 'Fish'}))
      const created = await sanity(['documents', 'create', file])
      expect(created.code, created.stderr).toBe(0)
      const read = await sanity(['documents', 'get', 'topic-b'])
      expect(JSON.parse(read.stdout)).toMatchObject({_id: 'topic-b', title: 'Fish'})
      const query = '*[_type == "topic"]|order(_id)[0].title'
      const found = await sanity(['documents', 'query', query, '--api-version', '2025-02-19'])
      expect(JSON.parse(found.stdout)).toBe('Harbour')
      const deleted = await sanity(['documents', 'delete', 'topic-b'])
      expect(deleted.code, deleted.stderr).toBe(0)
      const gone = await sanity(['documents', 'get', 'topic-b'])
      expect(gone.stderr).toContain('"topic-b" not found')
      expect(gone.code).toBe(1)
    },
  )

  it('migrations change nothing in a dry run, and then what they say', async () => {
    const titles = async (): Promise<unknown[]> =>
      (await documentsOf(dataFolder)).flatMap(({_type, title}) => (_type === 'topic' ? title : []))
    const dry = await sanity(['migrations', 'run', 'loud'])
    expect(dry.code, dry.stderr).toBe(0)
    expect(dry.stdout).toContain('set("HARBOUR")')
    expect(await titles()).toEqual(['Harbour'])
    const args = ['migrations', 'run', 'loud', '--no-dry-run', '--no-confirm', '--no-progress']
    const run = await sanity(args)
    expect(run.code, run.stderr).toBe(0)
    expect(await titles()).toEqual(['HARBOUR'])
  }, 120_000)

  it('leaves no token behind, passes exit codes on, and starts no newsroom where there is none', async () => {
    const {stdout} = await copydesk(['token', 'list', '--all', '--data', dataFolder])
    const tokens = stdout.trimEnd().split('\n').slice(1)
    expect(tokens.filter((line) => line.includes('sanity')).length).toBeGreaterThan(0)
    for (const token of tokens) expect(token).toContain('revoked')
    const nowhere = await sanity(['datasets', 'list'], join(temporaryFolder(), 'none'))
    expect(nowhere.code).toBe(1)
    expect(nowhere.stderr).toContain('There is no newsroom in')
  }, 60_000)
})

describe('sanity, on comments and tasks', () => {
  const COMMENTS = 'production-comments'
  const commentsOf = async (folder: string): Promise<LakeDocument[]> => {
    const lake = createNewsroomLake({dataFolder: folder, origin: 'http://127.0.0.1:3333'})
    const all = lake.services.documents.all(COMMENTS)
    await lake.close()
    return all
  }

  // Six starts of Sanity's command line, which are slow. Each command is tried on content above.
  it(
    'datasets export and import, documents and queries work as on content',
    {tags: ['soak'], timeout: 120_000},
    async () => {
      const file = join(project, 'comment.json')
      const document = {
        _type: 'crossDatasetReference',
        _ref: 'topic-a',
        _weak: true,
        _dataset: 'production',
        _projectId: 'copydesk',
      }
      const comment = {_type: 'comment', authorId: 'u1', status: 'open', message: 'Is it?'}
      writeFileSync(
        file,
        JSON.stringify({...comment, _id: 'c1', target: {document, documentType: 'topic'}}),
      )
      const args = ['--dataset', COMMENTS]
      const created = await sanity(['documents', 'create', file, ...args])
      expect(created.code, created.stderr).toBe(0)
      const query = ['documents', 'query', '*[_type == "comment"][0].message', ...args]
      const found = await sanity([...query, '--api-version', '2025-02-19'])
      expect(JSON.parse(found.stdout)).toBe('Is it?')

      const archive = join(project, 'said.tar.gz')
      const exported = await sanity(['datasets', 'export', COMMENTS, archive])
      expect(exported.code, exported.stderr).toBe(0)
      const other = temporaryFolder()
      await createNewsroomLake({dataFolder: other, origin: 'http://127.0.0.1:3333'}).close()
      for (const flag of ['--replace', '--missing']) {
        const imported = await sanity(['datasets', 'import', archive, ...args, flag], other)
        expect(imported.code, imported.stderr).toBe(0)
        expect(said(await commentsOf(other))).toEqual(said(await commentsOf(dataFolder)))
      }
      expect(await commentsOf(other)).toHaveLength(1)
    },
  )
})

describe('sanity, for what is not here,', {tags: ['soak'], timeout: 60_000}, () => {
  // All that it can ask for is in tests/contract/command-line.test.ts.
  it.each([
    [['datasets', 'copy', '--attach', 'j1'], 'cannot copy datasets'],
    [['graphql', 'list'], 'has no GraphQL API'],
  ])('%s is refused in words', async (args, words) => {
    const refused = await sanity(args)
    expect(refused.code, refused.stderr).not.toBe(0)
    expect(`${refused.stdout} ${refused.stderr}`.replaceAll(/\s+/g, ' ')).toContain(words)
  })

  it.each([
    [['datasets', 'visibility', 'get', 'production-comments'], /^private$/m],
    [['datasets', 'copy', '--list'], /doesn't have any dataset copy jobs/],
  ])('%s answers', async (args, words) => {
    const answered = await sanity(args)
    expect(answered.code, answered.stderr).toBe(0)
    expect(answered.stdout).toMatch(words)
  })
})
