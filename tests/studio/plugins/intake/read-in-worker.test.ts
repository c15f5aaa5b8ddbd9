import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest'
import {LIMITS} from '@copydesk/intake/limits'
import {
  readInWorker,
  type Answer,
  type ReadingWorker,
  type Source,
} from '../../../../studio/plugins/intake/read-in-worker.ts'
import {readText} from './support.ts'

const SOURCE: Source = {blob: new Blob(['words']), fileName: 'a.txt', mediaType: 'text/plain'}

/** A worker that says what the test wants. */
class FakeWorker implements ReadingWorker {
  isEnded = false
  readonly got: Source[] = []
  private readonly listeners = new Map<string, (event: unknown) => void>()
  postMessage = (source: Source): void => void this.got.push(source)
  addEventListener = (type: string, listener: (event: unknown) => void): void =>
    void this.listeners.set(type, listener)
  terminate = (): void => void (this.isEnded = true)
  answer = (data: Answer): void => this.listeners.get('message')?.({data})
  fail = (): void => this.listeners.get('error')?.({})
}

let worker: FakeWorker
let cancel: AbortController
const read = () => readInWorker(SOURCE, cancel.signal, () => worker)

beforeEach(() => {
  vi.useFakeTimers()
  worker = new FakeWorker()
  cancel = new AbortController()
})
afterEach(() => void vi.useRealTimers())

it('answers what the worker read, and ends it', async () => {
  const result = await readText()
  const reading = read()
  worker.answer({hash: 'abc', result})
  expect(await reading).toEqual({name: 'a.txt', hash: 'abc', result})
  expect(worker.got).toEqual([SOURCE])
  expect(worker.isEnded).toBe(true)
})

describe('a worker is ended, with a sentence for the person,', () => {
  it.each<[string, () => void, string]>([
    ['that refuses the file', () => worker.answer({problem: 'This is a zip file.'}), 'zip file'],
    ['that breaks', () => worker.fail(), 'could not be read'],
    [
      'that takes ten seconds',
      () => void vi.advanceTimersByTime(LIMITS.seconds * 1000),
      '10 seconds',
    ],
  ])('%s', async (_how, happen, sentence) => {
    const reading = expect(read()).rejects.toThrow(sentence)
    happen()
    await reading
    expect(worker.isEnded).toBe(true)
  })
})

it('ends the worker when the person cancels', async () => {
  const reading = expect(read()).rejects.toMatchObject({name: 'AbortError'})
  cancel.abort()
  await reading
  expect(worker.isEnded).toBe(true)
})
