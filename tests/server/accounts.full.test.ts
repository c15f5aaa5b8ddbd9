import {existsSync, writeFileSync} from 'node:fs'
import {userInfo} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Lake} from '@copydesk/lake'
import {createNewsroomLake} from '../../server/newsroom-lake.ts'
import {copydesk, onFolder, temporaryFolder} from './support.ts'

const ORIGIN = 'http://127.0.0.1:3333'
const PASSWORD = 'correct horse battery staple'

describe('before the first start', () => {
  it('a token is made, and is all that stdout holds', async () => {
    const folder = join(temporaryFolder(), 'new')
    const run = onFolder(folder)
    const {code, stdout, stderr} = await run('token', 'create', '--role', 'editor', '--name', 'bot')
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^cd_[\w-]{43}\n$/)
    expect(code).toBe(0)
    const lake = createNewsroomLake({dataFolder: folder, origin: ORIGIN})
    const actor = lake.services.access.authenticate({authorization: `Bearer ${stdout.trim()}`})
    await lake.close()
    expect(actor).toMatchObject({kind: 'token', name: 'bot', roles: ['editor']})
  })

  it('a mistyped folder does not become a newsroom', async () => {
    const folder = join(temporaryFolder(), 'mistyped')
    const outcomes = await Promise.all([
      onFolder(folder)('user', 'list'),
      onFolder(folder)('export', '/tmp/nowhere.ndjson'),
      onFolder(folder)('doctor'),
    ])
    for (const {code, stdout, stderr} of outcomes) {
      expect(code).toBe(1)
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^There is no newsroom in .*mistyped\. Start one with [^\n]*\n$/)
    }
    expect(existsSync(folder)).toBe(false)
  })

  it('a data folder that is a file is refused in one sentence', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const run = onFolder(file)
    const {code, stderr} = await run('token', 'create', '--role', 'editor', '--name', 'bot')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^The data folder \S+ cannot be written \(EEXIST\)\. [^\n]*\n$/)
  })
})

describe('while the server runs', () => {
  const folder = temporaryFolder()
  const run = onFolder(folder)
  let lake: Lake

  beforeAll(() => {
    lake = createNewsroomLake({dataFolder: folder, origin: ORIGIN})
  })
  afterAll(() => lake.close())

  const send = async (path: string, init?: RequestInit): Promise<Response> =>
    await lake.fetch(new Request(`${ORIGIN}${path}`, init))
  const form = (fields: Record<string, string>): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: {origin: ORIGIN},
  })

  it('an account is added, signs in by its link, is disabled and enabled again', async () => {
    const rosa = ['Rosa@example.org', '--name', 'Rosa Marsh', '--role', 'journalist']
    const added = await run('user', 'add', ...rosa)
    expect(added.code).toBe(0)
    expect(added.stdout).toMatch(/^http:\/\/127\.0\.0\.1:3333\/sign-in\/[\w-]{43}\n$/)
    expect(added.stderr).toContain('The link works once, for 24 hours')
    const {pathname} = new URL(added.stdout.trim())
    const signedIn = await send(pathname, form({password: PASSWORD, again: PASSWORD}))
    expect(signedIn.status).toBe(303)
    const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const me = async (): Promise<Response> => await send('/v1/users/me', {headers: {cookie}})
    expect(await (await me()).json()).toMatchObject({name: 'Rosa Marsh', role: 'journalist'})

    const role = await run('user', 'role', 'rosa@example.org', 'editor')
    expect(role.stdout).toBe('Rosa Marsh (rosa@example.org) is now: editor.\n')
    expect(await (await me()).json()).toMatchObject({role: 'editor'})

    const disabled = await run('user', 'disable', 'rosa@example.org')
    expect(disabled.stdout).toBe('Rosa Marsh (rosa@example.org) is disabled.\n')
    expect((await me()).status).toBe(401)
    const link = await run('sign-in-link', 'rosa@example.org')
    expect(link).toMatchObject({code: 1, stdout: ''})
    expect(link.stderr).toContain('rosa@example.org is disabled.')

    const listed = await run('user', 'list')
    expect(listed.stdout).toMatch(/^NAME +E-MAIL +ROLES +STATE\nRosa Marsh .*editor +disabled\n$/)
    expect((await run('user', 'enable', 'rosa@example.org')).code).toBe(0)
    expect(
      (await send('/login', form({email: 'rosa@example.org', password: PASSWORD}))).status,
    ).toBe(303)

    // What *People* shows.
    expect((await run('sign-in-link', 'rosa@example.org')).code).toBe(0)
    const events = lake.services.access.people.events({limit: 10})
    expect(events.map(({event}) => event)).toEqual([
      'linkMade',
      'enabled',
      'disabled',
      'rolesChanged',
      'invited',
    ])
    const rosaId = lake.services.access.users.byEmail('rosa@example.org')?.id
    for (const {account, by} of events) {
      expect({account, by}).toEqual({
        account: rosaId,
        by: {machineUser: userInfo().username},
      })
    }
  }, 60_000)

  it('a token works at once and ends when it is revoked', async () => {
    const created = await run('token', 'create', '--role', 'editor', '--name', 'bot')
    const headers = {authorization: `Bearer ${created.stdout.trim()}`}
    const {id} = (await (await send('/v1/users/me', {headers})).json()) as {id: string}
    const listed = await run('token', 'list')
    expect(listed.stdout).toMatch(new RegExp(`^${id} +bot +editor .* active$`, 'm'))
    expect(listed.stdout).not.toContain(created.stdout.trim())
    expect((await run('token', 'revoke', id)).stdout).toBe(`Token ${id} is revoked.\n`)
    expect((await send('/v1/users/me', {headers})).status).toBe(401)
    expect((await run('token', 'list')).stdout).not.toContain(id)
    expect((await run('token', 'list', '--all')).stdout).toContain(id)
  })

  it('an origin is listed and taken off', async () => {
    const origin = 'http://localhost:5173'
    const preflight = async (): Promise<string | null> => {
      const headers = {origin, 'access-control-request-method': 'GET'}
      const response = await send('/v1/users/me', {method: 'OPTIONS', headers})
      return response.headers.get('access-control-allow-credentials')
    }
    expect(await preflight()).toBeNull()
    expect((await run('cors', 'add', `${origin}/`, '--credentials')).stdout).toBe(
      `${origin} is listed, with credentials.\n`,
    )
    expect(await preflight()).toBe('true')
    expect((await run('cors', 'list')).stdout).toMatch(/^http:\/\/localhost:5173 +yes /m)
    expect((await run('cors', 'remove', origin)).code).toBe(0)
    expect(await preflight()).toBeNull()
  })

  it.each([
    [['user', 'add', 'nobody', '--name', 'N', '--role', 'editor'], /"nobody" is not an e-mail/],
    [['user', 'add', 'n@example.org', '--name', 'N', '--role', 'king'], /There is no role "king"/],
    [['user', 'role', 'rosa@example.org', 'importer'], /no role "importer" for a person/],
    [['user', 'disable', 'nobody@example.org'], /There is no account nobody@example\.org/],
    [['sign-in-link', 'nobody@example.org'], /There is no account nobody@example\.org/],
    [['token', 'create', '--role', 'king', '--name', 'bot'], /There is no role "king"/],
    [['token', 'revoke', 't1'], /There is no token t1\. ".* token list" shows their ids/],
    [['cors', 'add', 'example.org'], /"example\.org" is not an origin/],
    [['cors', 'remove', 'https://example.org'], /https:\/\/example\.org is not listed/],
    [['import', '/nowhere.ndjson'], /There is no file \/nowhere\.ndjson/],
    [['export', 'archive.zip'], /ends in \.tar\.gz or \.ndjson/],
  ])('%j fails in one sentence, without a stack', async (args, sentence) => {
    const {code, stdout, stderr} = await run(...args)
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(sentence)
    expect(stderr.trimEnd()).not.toContain('\n')
  })
})

describe('a wrong call', () => {
  it.each([
    [['nonsense'], /unknown command 'nonsense'/],
    [['token', 'create', '--role', 'editor'], /required option '--name <name>' not specified/],
    [['user', 'disable'], /missing required argument 'email'/],
    [['seed', '--nonsense'], /unknown option '--nonsense'/],
  ])('%j says what is wrong and exits with 2', async (args, sentence) => {
    const {code, stderr} = await copydesk(args)
    expect(code).toBe(2)
    expect(stderr).toMatch(sentence)
  })
})

describe('--help', () => {
  const COMMANDS = `
    init, sign-in-link, seed, export, import, doctor,
    user add, user list, user disable, user enable, user role, user release,
    token create, token list, token revoke, cors add, cors list, cors remove
  `
    .split(',')
    .map((name) => name.trim())

  it.each(COMMANDS)('of %s gives an example that is a call of it', async (command) => {
    const {code, stdout} = await copydesk([...command.split(' '), '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('--data <folder>')
    expect(stdout).toContain(`Example:\n  npm run copydesk -- ${command}`)
  })

  it('names every command', async () => {
    const {stdout} = await copydesk(['--help'])
    for (const command of new Set(COMMANDS.map((name) => name.split(' ')[0]))) {
      expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'))
    }
  })
})
