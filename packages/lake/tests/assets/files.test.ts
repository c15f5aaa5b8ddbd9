import {mkdir, readdir, readlink, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import type {LakeDocument} from '../../src/types.ts'
import {openWorld, type World} from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

async function stored(body: string, filename: string, type?: string): Promise<string> {
  const query = `?filename=${encodeURIComponent(filename)}`
  const response = await world.upload('files', Buffer.from(body), {query, ...(type ? {type} : {})})
  return String(((await response.json()) as {document: LakeDocument}).document.path)
}

describe('an uploaded file', () => {
  it.each([
    ['page.html', '<script>alert(1)</script>', 'text/html'],
    ['script.js', 'alert(1)', 'text/javascript'],
    ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
    ['minutes.pdf', '%PDF-1.7', 'application/pdf'],
  ])('%s is a sandboxed download', async (name, body, type) => {
    const response = await world.get(`/${await stored(body, name, type)}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="${name}"`),
    )
    // With `nosniff` no page takes for a script what does not say that it is one.
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-type')).toBe(
      type === 'text/javascript' ? 'text/plain' : type,
    )
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(await response.text()).toBe(body)
  })

  it.each([
    ['episode.mp3', 'audio/mpeg'],
    ['episode.m4a', 'audio/mp4'],
    ['Episode.OGG', 'audio/ogg'],
    ['episode.opus', 'audio/ogg'],
    ['episode.wav', 'audio/wav'],
    ['episode.flac', 'audio/flac'],
  ])('%s is played, unless it is requested as a download', async (name, type) => {
    const path = await stored('<script>alert(1)</script>', name)
    const response = await world.get(`/${path}`)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-disposition')).toMatch(`inline; filename="${name}"`)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(response.headers.get('accept-ranges')).toBe('bytes')
    const download = await world.get(`/${path}?dl`)
    expect(download.headers.get('content-disposition')).toMatch(/^attachment/)
  })

  it.each([
    ['audio/mpeg', 'mp3'],
    ['audio/mp3', 'mp3'],
    ['audio/x-m4a', 'm4a'],
    ['audio/x-wav', 'wav'],
    ['audio/wave; codecs=1', 'wav'],
    ['audio/ogg', 'ogg'],
    ['application/ogg', 'ogg'],
    ['application/x-unknown', 'bin'],
  ])('without a name, %s gets the ending %s', async (type, extension) => {
    expect(await stored('abc', '', type)).toMatch(new RegExp(`\\.${extension}$`))
  })

  it.each([
    ['', 'Minutes of May.txt'],
    ['?dl', 'Minutes of May.txt'],
    ['?dl=', 'Minutes of May.txt'],
    ['?dl=other.txt', 'other.txt'],
    ['/named.txt', 'named.txt'],
    ['/named.txt?dl=other.txt', 'other.txt'],
  ])('is saved under its own name or the given one: %s', async (suffix, name) => {
    const path = await stored('abc', 'Minutes of May.txt')
    const response = await world.get(`/${path}${suffix}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-disposition')).toMatch(`attachment; filename="${name}"`)
  })

  it('gets a 304 by its ETag, also if it is empty', async () => {
    const path = await stored('abc', 'a.txt')
    const etag = (await world.get(`/${path}`)).headers.get('etag')!
    expect((await world.get(`/${path}`, {'if-none-match': etag})).status).toBe(304)
    expect((await world.get(`/${path}`, {'if-none-match': '"other"'})).status).toBe(200)
  })
})

it.skipIf(process.platform !== 'linux')('is closed if reading it fails', async () => {
  const path = await stored('abc', 'broken.bin')
  const file = join(world.folder, 'originals', ...path.split('/').slice(2))
  await rm(file)
  // It can be opened, and not be read.
  await mkdir(file)
  await expect(world.get(`/${path}`)).rejects.toThrow('EISDIR')
  const held = (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`))
  const names = (await Promise.allSettled(held)).map((one) =>
    one.status === 'fulfilled' ? one.value : '',
  )
  expect(names.length).toBeGreaterThan(3)
  expect(names).not.toContain(file)
})

describe('a range of a file', () => {
  let path: string
  beforeEach(async () => {
    path = await stored('0123456789', 'digits.txt')
  })

  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=5-5', '5', 'bytes 5-5/10'],
    ['bytes=8-100', '89', 'bytes 8-9/10'],
    ['bytes=-100', '0123456789', 'bytes 0-9/10'],
  ])('%s answers 206', async (range, text, contentRange) => {
    const response = await world.get(`/${path}`, {range})
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe(contentRange)
    expect(response.headers.get('content-length')).toBe(String(text.length))
    expect(await response.text()).toBe(text)
  })

  it.each(['bytes=10-', 'bytes=-0'])('%s answers 416', async (range) => {
    const response = await world.get(`/${path}`, {range})
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */10')
  })

  it.each(['bytes=3-1', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-', 'x'])(
    '%s is ignored, and the whole file is sent',
    async (range) => {
      const response = await world.get(`/${path}`, {range})
      expect(response.status).toBe(200)
      expect(response.headers.get('accept-ranges')).toBe('bytes')
      expect(await response.text()).toBe('0123456789')
    },
  )

  it('of another version is not sent', async () => {
    const headers = {range: 'bytes=0-3', 'if-range': '"other"'}
    expect((await world.get(`/${path}`, headers)).status).toBe(200)
  })
})
