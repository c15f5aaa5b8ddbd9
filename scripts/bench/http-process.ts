// What the lake's HTTP is held against: `node:http` that answers so many bytes and does nothing else, in a process of
// its own; or one that asks a thread for them, as queries are asked. Tells its parent where it is, and ends with it.
import {createServer, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {Worker} from 'node:worker_threads'

const [bytes = '0', how = 'alone'] = process.argv.slice(2)
const HOST = '127.0.0.1'
const body = 'x'.repeat(Number(bytes))

const send = (response: ServerResponse, text: string): void => {
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(text)
}

/** Hands over together what comes in one turn of the event loop. */
function askThread(): (url: string, response: ServerResponse) => void {
  const thread = new Worker(new URL('./http-thread.ts', import.meta.url), {
    workerData: Number(bytes),
  })
  const waiting = new Map<number, ServerResponse>()
  let questions: {id: number; url: string}[] = []
  let lastId = 0
  thread.on('message', ({id, body: text}: {id: number; body: string}) => {
    const response = waiting.get(id)
    waiting.delete(id)
    if (response) send(response, text)
  })
  const handOver = (): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    thread.postMessage(JSON.stringify(questions))
    questions = []
  }
  return (url, response) => {
    if (questions.length === 0) setImmediate(handOver)
    const id = (lastId += 1)
    waiting.set(id, response)
    questions.push({id, url})
  }
}

const ask = how === 'thread' ? askThread() : undefined
const server = createServer(({url = ''}, response) => {
  if (ask) ask(url, response)
  else send(response, body)
})
await new Promise<void>((resolve) => server.listen(0, HOST, resolve))
const {port} = server.address() as AddressInfo
process.once('disconnect', () => process.exit(0))
process.send?.(`http://${HOST}:${port}`)
