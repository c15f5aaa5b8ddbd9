import {describe, expect, it} from 'vitest'
import {openResumingStream} from '../../src/browser/resuming-stream.ts'

/** A stream whose pieces the test gives. */
function source() {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({
    start: (started) => void (controller = started),
    cancel: () => void (cancelled = true),
  })
  return {
    response: new Response(body, {headers: {'content-type': 'text/event-stream'}}),
    say: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
    end: () => controller?.close(),
    fail: (error: Error) => controller?.error(error),
    cancelled: () => cancelled,
  }
}

function openings(...list: (Response | Error)[]) {
  const asked: (string | undefined)[] = []
  return {
    asked,
    open: async (lastEventId?: string): Promise<Response> => {
      const next = list[asked.length]
      asked.push(lastEventId)
      if (!next || next instanceof Error) throw next ?? new Error('opened once too often')
      return next
    },
  }
}

const read = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> =>
  new TextDecoder().decode((await reader.read()).value)

describe('openResumingStream', () => {
  it('continues from the last complete event', async () => {
    const one = source()
    const two = source()
    const {open, asked} = openings(one.response, two.response)
    let time = 0
    const response = await openResumingStream({open, now: () => time})
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const reader = response.body!.getReader()
    one.say('event: welcome\nid: 4\n\nevent: mutation\nid: ')
    one.say('5\ndata: {}\n\nevent: mutation\nid: 6\nda')
    await read(reader)
    await read(reader)
    time = 1_000
    one.end()
    two.say('event: welcomeback\n\n')
    expect(await read(reader)).toBe('\n\n')
    expect(await read(reader)).toBe('event: welcomeback\n\n')
    expect(asked).toEqual([undefined, '5'])
  })

  it('continues after a few streams that end at once, and ends after more of them', async () => {
    const ended = () => {
      const one = source()
      one.end()
      return one.response
    }
    const {open, asked} = openings(...Array.from({length: 9}, ended))
    const options = {open, now: () => 0, minimumMs: 1}
    expect(await (await openResumingStream(options)).text()).toBe('\n\n'.repeat(5))
    expect(asked).toHaveLength(6)
  })

  it('ends if the stream is refused afterwards', async () => {
    const one = source()
    let time = 0
    const {open} = openings(one.response, new Response('', {status: 403}))
    const response = await openResumingStream({open, now: () => time})
    time = 1_000
    one.end()
    expect(await response.text()).toBe('')
  })

  it('passes on that it cannot be opened again, so that the studio reconnects', async () => {
    const one = source()
    let time = 0
    const {open} = openings(one.response, new TypeError('lost'))
    const response = await openResumingStream({open, now: () => time})
    time = 1_000
    one.end()
    await expect(response.text()).rejects.toThrow('lost')
  })

  it('continues after a lost connection, so that the studio does not notice', async () => {
    const [one, two] = [source(), source()]
    const {open, asked} = openings(one.response, two.response)
    const options = {open, now: () => 0, minimumMs: 1}
    const response = await openResumingStream(options)
    const reader = response.body!.getReader()
    one.say('event: welcome\nid: 4\n\n')
    await read(reader)
    one.fail(new TypeError('The connection for events was lost'))
    expect(await read(reader)).toBe('\n\n')
    two.say('event: welcomeback\n\n')
    expect(await read(reader)).toBe('event: welcomeback\n\n')
    expect(asked).toEqual([undefined, '4'])
  })

  it('passes on an abort', async () => {
    const one = source()
    const response = await openResumingStream(openings(one.response))
    one.fail(new DOMException('gone', 'AbortError'))
    await expect(response.text()).rejects.toThrow('gone')
  })

  it('returns a refusal unchanged, and cancels what it reads', async () => {
    const refused = new Response('no', {status: 400})
    expect(await openResumingStream(openings(refused))).toBe(refused)
    const one = source()
    const response = await openResumingStream(openings(one.response))
    await response.body!.cancel()
    expect(one.cancelled()).toBe(true)
  })
})
