import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import type {KeptFiles} from '../../../../studio/plugins/frame/keep-files.ts'
import {loadAhead} from '../../../../studio/plugins/frame/load-ahead.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const FILES = ['a-12345678.js', 'b-12345678.js', 'c-12345678.css', 'd-12345678.js', 'e-12345678.js']

/** A page that has loaded the first file; `failing` are answered by an error as often as they stand there. */
function pageOf({
  failing = [],
  list = Response.json({build: FILES[0], files: FILES}),
  html = FILES[0],
}: {
  failing?: string[]
  list?: Response
  /** The script of the page that the server has. */
  html?: string | undefined
}) {
  const asked: string[] = []
  const page = {
    performance: {getEntriesByType: () => [{name: `http://desk/studio/static/${FILES[0]}`}]},
    fetch: async (url: string, {signal}: RequestInit) => {
      signal?.throwIfAborted()
      const name = url.replace('/studio/static/', '')
      asked.push(name)
      const at = failing.indexOf(name)
      if (at < 0 && name === '/studio') return new Response(`<script src="${html}">`)
      if (at < 0) return name === 'files.json' ? list : new Response('words')
      failing.splice(at, 1)
      throw new TypeError('Failed to fetch')
    },
  }
  return {asked, page: page as unknown as Pick<Window, 'fetch' | 'performance'>}
}

const nothingKept = async () => null

/** What a browser keeps that has the second file already. */
function keptFiles() {
  const kept = new Set([`/studio/static/${FILES[1]}`])
  const files: KeptFiles = {
    has: async (path) => kept.has(path),
    put: async (path) => void kept.add(path),
    complete: async () => void kept.add('/studio'),
  }
  return {kept, openKept: async () => files}
}

describe('loading ahead', () => {
  test('fetches what the page has not loaded, once the studio had time to', async () => {
    const {asked, page} = pageOf({})
    loadAhead(page, nothingKept)
    expect(asked).toEqual([])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toEqual(['files.json', ...FILES.slice(1)])
  })

  test('leaves a busy page alone, for a second a file at most', async () => {
    const {asked, page} = pageOf({})
    const whenIdle: (() => void)[] = []
    const timeouts = new Set<number>()
    const requestIdleCallback = (work: () => void, {timeout}: {timeout: number}) => {
      timeouts.add(timeout)
      return whenIdle.push(work)
    }
    loadAhead({...page, requestIdleCallback} as typeof page, nothingKept)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked).toEqual(['files.json'])
    for (let work = whenIdle.shift(); work; work = whenIdle.shift()) {
      work()
      await vi.advanceTimersByTimeAsync(0)
    }
    expect(new Set(asked)).toEqual(new Set(['files.json', ...FILES.slice(1)]))
    expect([...timeouts]).toEqual([1000])
  })

  test('tries again while the server is away', async () => {
    const {asked, page} = pageOf({failing: ['files.json', 'c-12345678.css', 'c-12345678.css']})
    loadAhead(page, nothingKept)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(asked.filter((name) => name === 'files.json')).toHaveLength(2)
    expect(asked.filter((name) => name === 'c-12345678.css')).toHaveLength(3)
    expect(new Set(asked)).toEqual(new Set(['files.json', ...FILES.slice(1)]))
  })

  test('does nothing where there is no list, and no more when it is ended', async () => {
    const other = pageOf({list: new Response('<html>', {headers: {'content-type': 'text/html'}})})
    loadAhead(other.page, nothingKept)
    const ended = pageOf({})
    loadAhead(ended.page, nothingKept)()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(other.asked).toEqual(['files.json'])
    expect(ended.asked).toEqual([])
  })

  test('keeps a whole build where the browser allows it, and its page at last', async () => {
    const {asked, page} = pageOf({failing: ['d-12345678.js']})
    const {kept, openKept} = keptFiles()
    loadAhead(page, openKept)
    await vi.advanceTimersByTimeAsync(10_000)
    expect([...kept].toSorted()).toEqual([
      '/studio',
      ...FILES.map((name) => `/studio/static/${name}`),
    ])
    expect(asked).not.toContain(FILES[1])
    expect(asked.at(-1)).toBe('/studio')
  })

  test('does not keep the page of another build with the files of this one', async () => {
    const {page} = pageOf({html: 'other-87654321.js'})
    const {kept, openKept} = keptFiles()
    loadAhead(page, openKept)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(kept).not.toContain('/studio')
    expect(kept.size).toBe(FILES.length)
  })
})
