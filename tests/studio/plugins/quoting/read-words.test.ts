import {afterEach, beforeEach, expect, it, vi} from 'vitest'
import {LIMIT_MS, readWords} from '../../../../studio/plugins/quoting/read-words.ts'

const QUESTION = {
  text: {
    blocks: [{text: 'She said “yes”.', style: 'normal' as const}],
    naming: [],
    dateline: null,
  },
  selected: [{block: 0, from: 9, to: 14}],
}

const AS_SELECTED = {words: 'yes', form: 'direct', speakers: [], parts: QUESTION.selected}

function worker() {
  const listeners = new Map<string, (event: unknown) => void>()
  const end = vi.fn()
  return {
    end,
    start: () => ({
      postMessage: () => undefined,
      addEventListener: (type: string, listener: (event: unknown) => void) =>
        void listeners.set(type, listener),
      terminate: end,
    }),
    send: (type: string, event: object): void => listeners.get(type)?.(event),
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('answers what the worker proposes', async () => {
  const {start, send, end} = worker()
  const reading = readWords(QUESTION, new AbortController().signal, start)
  send('message', {data: null})
  expect(await reading).toBeNull()
  expect(end).toHaveBeenCalled()
})

it.each<[string, (one: ReturnType<typeof worker>) => void]>([
  ['breaks', ({send}) => send('error', {})],
  ['takes too long', () => void vi.advanceTimersByTime(LIMIT_MS)],
])('proposes the words without a speaker if the worker %s', async (_, happen) => {
  const one = worker()
  const reading = readWords(QUESTION, new AbortController().signal, one.start)
  happen(one)
  expect(await reading).toMatchObject(AS_SELECTED)
  expect(one.end).toHaveBeenCalled()
})

it('ends the worker when the person cancels', async () => {
  const {start, end} = worker()
  const cancel = new AbortController()
  const reading = expect(readWords(QUESTION, cancel.signal, start)).rejects.toMatchObject({
    name: 'AbortError',
  })
  cancel.abort()
  await reading
  expect(end).toHaveBeenCalled()
})
