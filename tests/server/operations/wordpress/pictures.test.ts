// Where pictures may come from: below one folder, and from public addresses.
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {picturesFromSite} from '../../../../server/operations/wordpress/fetch-picture.ts'
import {picturesIn, uploadPathOf} from '../../../../server/operations/wordpress/pictures.ts'
import {temporaryFolder} from '../../../support/temporary-folder.ts'

const U = 'https://holm.example/wp-content/uploads/'

test.each([
  [{path: '2019/03/a.jpg', address: null}, '2019/03/a.jpg'],
  [{path: null, address: `${U}2019/03/a%20b.jpg?w=300`}, '2019/03/a b.jpg'],
  [{path: null, address: 'https://holm.files.example/2019/03/a.jpg'}, '2019/03/a.jpg'],
  [{path: null, address: 'https://holm.example/logo.png'}, null],
  [{path: '../a.jpg', address: null}, null],
  [{path: '2019/../../a.jpg', address: null}, null],
  [{path: '/etc/passwd', address: null}, null],
  [{path: '2019\\..\\a.jpg', address: null}, null],
  [{path: null, address: `${U}%2e%2e/%2e%2e/a.jpg`}, null],
  [{path: null, address: `${U}..%2fa.jpg`}, null],
  [{path: 'a\0.jpg', address: null}, null],
  [{path: null, address: null}, null],
])('the file of %j is %s', (file, path) => {
  expect(uploadPathOf(file)).toBe(path)
})

test('a link out of the folder of uploads is refused, one inside of it is followed', async () => {
  const [folder, outside] = [temporaryFolder(), temporaryFolder()]
  writeFileSync(join(outside, 'secret.jpg'), 'secret')
  mkdirSync(join(folder, '2019'))
  writeFileSync(join(folder, '2019/a.jpg'), 'a')
  symlinkSync(join(outside, 'secret.jpg'), join(folder, 'out.jpg'))
  symlinkSync(outside, join(folder, 'away'))
  symlinkSync(join(folder, '2019/a.jpg'), join(folder, 'in.jpg'))
  const read = picturesIn(folder)
  const found = async (path: string) => {
    const picture = await read({path, address: null})
    return picture && Buffer.from(picture.bytes).toString()
  }
  expect(await found('2019/a.jpg')).toBe('a')
  expect(await found('in.jpg')).toBe('a')
  expect(await found('out.jpg')).toBe(null)
  expect(await found('away/secret.jpg')).toBe(null)
  expect(await found('2019')).toBe(null)
  expect(await found('none.jpg')).toBe(null)
})

describe('pictures from the site', () => {
  let server: Server
  let origin = ''
  const asked: string[] = []

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      if (request.url === '/moved') return response.writeHead(302, {location: '/a.png'}).end()
      if (request.url === '/round') return response.writeHead(302, {location: '/round'}).end()
      if (request.url === '/page')
        return response.writeHead(200, {'content-type': 'text/html'}).end('x')
      if (request.url === '/never')
        return response.writeHead(200, {'content-type': 'image/png'}).write('x')
      return response.writeHead(200, {'content-type': 'image/png'}).end('picture')
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  const get = async (path: string, options: Parameters<typeof picturesFromSite>[0] = {}) => {
    const source = picturesFromSite({allowPrivate: true, ...options})
    const picture = await source({address: origin + path, path: null})
    return picture && Buffer.from(picture.bytes).toString()
  }

  test.each([
    ['/a.png', 'picture'],
    ['/moved', 'picture'],
    ['/round', null],
    ['/page', null],
  ])('%s is %s', async (path, text) => {
    expect(await get(path)).toBe(text)
  })

  test('are limited in size and in time', async () => {
    expect(await get('/a.png', {largest: 6})).toBe(null)
    expect(await get('/never', {timeoutMs: 50})).toBe(null)
  })

  test('are never asked for at an address of this network, by its number or by a name', async () => {
    asked.length = 0
    expect(await get('/a.png', {allowPrivate: false})).toBe(null)
    const port = new URL(origin).port
    const resolve = ((_name: string, _options: object, answer: (...all: unknown[]) => void) => {
      answer(null, [{address: '127.0.0.1', family: 4}])
    }) as never
    const source = picturesFromSite({resolve})
    expect(await source({address: `http://holm.example:${port}/a.png`, path: null})).toBe(null)
    expect(await source({address: 'file:///etc/passwd', path: null})).toBe(null)
    expect(asked).toEqual([])
  })
})
