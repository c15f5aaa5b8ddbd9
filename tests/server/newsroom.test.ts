import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {createDemonstrationStaff} from '../../server/operations/seed/demonstration-staff.ts'
import {commandHint, startHint} from '../../server/commands/hint.ts'
import {createLineSteps} from '../../server/commands/progress.ts'
import {seedNewsroom} from '../../server/operations/seed/seed-newsroom.ts'
import {isUnfinished} from '../../server/operations/seed/unfinished.ts'
import {usualDataFolder} from '../../server/environment.ts'
import {lockFolder} from '@copydesk/lake/data-folder'
import {startNewsroom} from '../../server/newsroom.ts'
import {createNewsroomLake} from '../../server/newsroom-lake.ts'
import {ROLES} from '../../model/roles.ts'
import {freePort} from '../support/free-port.ts'
import {copydesk, noFront, onFolder, temporaryFolder} from './support.ts'
import {commit, store} from '../support/commit.ts'

const ORIGIN = 'http://127.0.0.1:3333'
const open = (dataFolder: string) => createNewsroomLake({dataFolder, origin: ORIGIN})

describe('an empty newsroom', () => {
  it('has a name, an administrator with a link, and nothing else', {tags: ['full']}, async () => {
    const folder = temporaryFolder()
    const run = onFolder(folder)
    const init = ['init', '--name', 'The Courier', '--admin', 'agnes.tollerby@example.org']
    const {code, stdout, stderr} = await run(...init)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:3333\/sign-in\/[\w-]{43}\n$/)
    expect(stderr).toContain(
      `The Courier is ready in ${folder}. Start it with "COPYDESK_DATA=${folder} npm start".`,
    )
    expect(stderr).toMatch(/write and publish come next: .* user add /)
    expect(stderr).toContain('the link assumes that it will be at http://127.0.0.1:3333.')

    const lake = open(folder)
    expect(lake.services.documents.all('production')).toMatchObject([
      {_id: 'siteSettings', name: 'The Courier', language: 'en', timeZone: 'UTC'},
    ])
    expect(lake.services.access.users.list()).toMatchObject([
      {name: 'Agnes Tollerby', email: 'agnes.tollerby@example.org', roles: ['administrator']},
    ])
    const page = await lake.fetch(new Request(stdout.trim()))
    expect(await page.text()).toContain('Welcome, Agnes Tollerby')
    await lake.close()

    const again = await run(...init)
    expect(again).toMatchObject({code: 1, stdout: ''})
    expect(again.stderr).toBe(`There is a newsroom in ${folder} already.\n`)
  })

  it('prints its link for the address that people use', {tags: ['full']}, async () => {
    const folder = temporaryFolder()
    const args = ['init', '--name', 'The Courier', '--admin', 'a@example.org', '--data', folder]
    const {stdout} = await copydesk(args, {PUBLIC_URL: 'https://news.example.org/'})
    expect(stdout).toMatch(/^https:\/\/news\.example\.org\/sign-in\//)
  })
})

it('a newsroom that was imported gets no demonstration staff, and is told how to let people in', async () => {
  const dataFolder = temporaryFolder()
  const lake = open(dataFolder)
  await store(lake, [{_id: 'author-a', _type: 'author', name: 'Ada Marsh'}])
  await lake.close()
  const lines: string[] = []
  const running = await startNewsroom(
    {port: 0, host: '127.0.0.1', dataFolder},
    (line) => lines.push(line),
    {frontMaker: noFront},
  )
  expect(running.lake.services.access.users.list()).toEqual([])
  await running.close()
  expect(lines.join('\n')).toMatch(
    new RegExp(`npm run copydesk -- user add <.*> --role administrator --data ${dataFolder}`),
  )
  expect(lines.join('\n')).not.toContain('/sign-in/')
})

it('is built before it joins a cluster, as its version stops older nodes', async () => {
  const done: string[] = []
  const frontMaker = {...noFront, prepare: () => Promise.resolve(void done.push('built'))}
  const cluster = {url: 'postgres://nobody@127.0.0.1:1/none', node: 'one'}
  const start = startNewsroom(
    {port: 0, host: '127.0.0.1', dataFolder: temporaryFolder(), cluster},
    () => {},
    {frontMaker},
  )
  await expect(start).rejects.toThrow('database cannot be reached')
  expect(done).toEqual(['built'])
})

it('says goodbye to the tabs of the studio when it stops', async () => {
  const dataFolder = temporaryFolder()
  const running = await startNewsroom({port: 0, host: '127.0.0.1', dataFolder}, () => {}, {
    frontMaker: noFront,
    demonstration: false,
  })
  const address = running.origin.replace('http', 'ws')
  const tabs = ['/v1/mux', '/v2022-06-30/socket/production'].map((path) => {
    const socket = new WebSocket(address + path)
    return {
      opened: new Promise((resolve, reject) => {
        socket.addEventListener('open', resolve)
        socket.addEventListener('error', reject)
      }),
      closed: new Promise<{code: number; wasClean: boolean}>((resolve) => {
        socket.addEventListener('close', resolve)
      }),
    }
  })
  await Promise.all(tabs.map(({opened}) => opened))
  await running.close()
  for (const {closed} of tabs) expect(await closed).toMatchObject({code: 1001})
})

describe('demonstration content', () => {
  it('is added once, and edited documents stay as they are', {tags: ['full']}, async () => {
    const lake = open(temporaryFolder())
    const {documents, access} = lake.services
    const lines: string[] = []
    const first = await seedNewsroom({lake, onProgress: (line) => lines.push(line)})
    expect(first.written).toBeGreaterThan(50)
    expect(first.existing).toBe(0)
    expect(lines.length).toBeGreaterThan(2)
    expect(isUnfinished(access, 'seed')).toBe(false)
    const weak = documents
      .all('production')
      .filter((each) => JSON.stringify(each).includes('_weak":true'))
    expect(weak.filter(({_type}) => _type === 'photoWithCredit')).toEqual([])
    await commit(lake, [{patch: {id: 'siteSettings', set: {name: 'Edited'}}}])
    const second = await seedNewsroom({lake})
    expect(second).toEqual({written: 0, existing: first.written})
    expect(documents.get('production', 'siteSettings')?.['name']).toBe('Edited')
    const third = await seedNewsroom({lake, replace: true})
    expect(third).toEqual({written: first.written, existing: 0})
    expect(documents.get('production', 'siteSettings')?.['name']).not.toBe('Edited')
    await lake.close()
  })

  it('is written again if an earlier run was interrupted', {tags: ['full']}, async () => {
    const lake = open(temporaryFolder())
    const {access, documents} = lake.services
    access.settings.set('system', [{key: 'seed', value: 'unfinished'}])
    const half = {_id: 'siteSettings', _type: 'siteSettings', name: 'Half'}
    await store(lake, [half])
    expect(isUnfinished(access, 'seed')).toBe(true)
    const {existing} = await seedNewsroom({lake})
    expect(existing).toBe(0)
    expect(documents.get('production', 'siteSettings')?.['name']).not.toBe('Half')
    expect(isUnfinished(access, 'seed')).toBe(false)
    await lake.close()
  })
})

describe('the demonstration staff', () => {
  it('are two journalists, two editors, a photo editor, a developer and an administrator', async () => {
    const lake = open(temporaryFolder())
    const {access} = lake.services
    const staff = await createDemonstrationStaff(access, ORIGIN)
    expect(
      access.users
        .list()
        .map(({roles}) => roles[0])
        .toSorted(),
    ).toEqual([
      'administrator',
      'developer',
      'editor',
      'editor',
      'journalist',
      'journalist',
      'photoEditor',
    ])
    const titles = ROLES.map(({title}) => title)
    for (const {name, email, role, link} of staff) {
      expect(titles).toContain(role)
      expect(email).toMatch(/^[a-z.-]+@example\.org$/)
      const page = await lake.fetch(new Request(link))
      expect(await page.text()).toContain(`Welcome, ${name}`)
    }
    expect(access.users.list().some(({hasPassword}) => hasPassword)).toBe(false)
    expect(await createDemonstrationStaff(access, ORIGIN)).toHaveLength(7)
    expect(access.users.list()).toHaveLength(7)
    await lake.close()
  })
})

describe('commands beside a server', () => {
  it(
    'know its address while it runs, whatever their own settings say',
    {tags: ['full']},
    async () => {
      const dataFolder = temporaryFolder()
      const start = () =>
        startNewsroom({port: 0, host: '127.0.0.1', dataFolder}, () => {}, {
          frontMaker: noFront,
          demonstration: false,
        })
      const run = (...args: string[]) => copydesk([...args, '--data', dataFolder], {PORT: '4600'})
      const person = ['ada@example.org', '--name', 'Ada Marsh', '--role', 'editor']

      const running = await start()
      const added = await run('user', 'add', ...person)
      expect(added.stdout).toContain(`${running.origin}/sign-in/`)
      expect(added.stderr).not.toContain('assumes')
      const link = await run('sign-in-link', 'ada@example.org')
      expect(link.stdout).toContain(`${running.origin}/sign-in/`)
      const examined = await run('doctor')
      expect(examined.stdout).toContain(`ok       The server is running at ${running.origin}\n`)
      await running.close()

      const assumed = await run('sign-in-link', 'ada@example.org')
      expect(assumed.stdout).toContain('http://127.0.0.1:4600/sign-in/')
      expect(assumed.stderr).toContain(
        'No server runs on this data folder: the link assumes that it will be at http://127.0.0.1:4600.',
      )
      expect((await run('doctor')).stdout).not.toContain('The server is running')
    },
  )
})

describe('hints', () => {
  it('name the data folder if a command would find a different one', () => {
    expect(commandHint('user list', usualDataFolder())).toBe('npm run copydesk -- user list')
    expect(startHint(usualDataFolder())).toBe('npm start')
    expect(commandHint('user list', '/srv/news')).toBe(
      'npm run copydesk -- user list --data /srv/news',
    )
    expect(startHint('/srv/my news')).toBe(`COPYDESK_DATA='/srv/my news' npm start`)
  })
})

describe('the doctor', () => {
  it('finds a new newsroom well, and says who has the port', {tags: ['full']}, async () => {
    const folder = temporaryFolder()
    await onFolder(folder)('token', 'create', '--role', 'editor', '--name', 'bot')
    const server = createServer((_, response) => response.writeHead(404).end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const {port} = server.address() as AddressInfo
    const examine = () => copydesk(['doctor', '--data', folder], {PORT: String(port)})
    const taken = await examine()
    expect(taken.code).toBe(1)
    expect(taken.stdout).toContain(`PROBLEM  Port ${port} on 127.0.0.1 is taken by something else`)
    await new Promise((resolve) => server.close(resolve))
    const {code, stdout, stderr} = await examine()
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toContain(`ok       Node ${process.version}`)
    expect(stdout).toContain(`ok       Port ${port} on 127.0.0.1 is free`)
    expect(stdout).toContain('ok       The database is intact')
    expect(stdout).toContain('0 documents (0 of them drafts)')
    expect(stdout).toMatch(/free on the disk of /)
  })

  it('says of a server that has the folder whether it answers', {tags: ['full']}, async () => {
    const folder = temporaryFolder()
    await open(folder).close()
    const local = `http://127.0.0.1:${await freePort()}`
    const lock = lockFolder(folder, {address: {origin: 'https://news.example.org', local}})
    const {code, stdout} = await onFolder(folder)('doctor')
    lock.release()
    expect(code).toBe(1)
    expect(stdout).toContain(
      `PROBLEM  The server has the data folder, and does not answer at ${local}, for people at https://news.example.org`,
    )
  })

  it('tells a damaged database in one sentence', {tags: ['full']}, async () => {
    const folder = temporaryFolder()
    writeFileSync(
      join(folder, 'lake.sqlite'),
      'no database at all, but long enough to look like one'.repeat(40),
    )
    const {code, stderr} = await onFolder(folder)('doctor')
    expect(code).toBe(1)
    expect(stderr).toBe(
      'lake.sqlite in the data folder is not a SQLite database, or it is damaged.\n',
    )
    truncateSync(join(folder, 'lake.sqlite'), 10)
    expect((await onFolder(folder)('user', 'list')).code).toBe(1)
  })
})

describe('progress without a terminal', () => {
  it('is one line a step, and one every few seconds', () => {
    const lines: string[] = []
    let now = 0
    const step = createLineSteps(
      (line) => lines.push(line),
      () => now,
    )
    step({step: 'Exporting documents...'})
    step({step: 'Uploading', current: 0, total: 12})
    for (let current = 1; current <= 12; current += 1) {
      now += 500
      step({step: 'Uploading', current, total: 12})
    }
    step({step: 'Counting', current: 3, total: '?'})
    expect(lines).toEqual([
      'Exporting documents …',
      'Uploading …',
      'Uploading: 6 of 12',
      'Uploading: 12 of 12',
      'Counting: 3',
    ])
  })
})
