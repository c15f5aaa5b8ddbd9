// The number of our files that a saved keystroke passes before its handler. Each is one more file
// to read.
import {afterAll, beforeAll, expect, it} from 'vitest'
import {startLake, type TestLake} from '../support/lake.ts'

let newsroom: TestLake
beforeAll(async () => {
  newsroom = await startLake()
})
afterAll(() => newsroom.close())

/**
 * The stack trace at the place where the handler reads the body of a request, outermost call last.
 */
async function traceOf(marker: string, send: (body: string) => Promise<unknown>): Promise<string> {
  const {parse} = JSON
  const {stackTraceLimit} = Error
  const traces: string[] = []
  Error.stackTraceLimit = 200
  JSON.parse = (...args: Parameters<typeof parse>): unknown => {
    if (args[0].includes(marker)) traces.push(new Error('Here').stack ?? '')
    return parse(...args) as unknown
  }
  try {
    await send(marker)
  } finally {
    JSON.parse = parse
    Error.stackTraceLimit = stackTraceLimit
  }
  return traces.find((trace) => trace.includes('/http/routes/')) ?? ''
}

/** Calls from one of our files into another, up to the route's handler. */
function handOvers(trace: string): string[] {
  const files = [...trace.matchAll(/(?:packages\/lake\/src|server|scripts)\/[\w/-]+\.ts/g)].map(
    ([file]) => file,
  )
  const outside = files
    .slice(files.findIndex((file) => file.includes('/http/routes/')))
    .toReversed()
  return outside.flatMap((file, index) => {
    const before = outside[index - 1]
    return before && before !== file ? [`${before} → ${file}`] : []
  })
}

it.each([
  [
    'POST /data/mutate',
    (marker: string) =>
      newsroom.client('editor').create({_id: 'drafts.a', _type: 'article', headline: marker}),
  ],
  [
    'POST /data/actions',
    (marker: string) =>
      newsroom.client('editor').action({
        actionType: 'sanity.action.document.edit',
        draftId: 'drafts.a',
        publishedId: 'a',
        patch: {set: {headline: marker}},
      }),
  ],
])('%s reaches its handler in at most eight hand-overs', async (_, send) => {
  const found = handOvers(await traceOf(`Typed ${_}`, send))
  expect(found.length, found.join('\n')).toBeGreaterThan(3)
  expect(found.length, found.join('\n')).toBeLessThanOrEqual(8)
})
