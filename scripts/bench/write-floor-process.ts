// What keystrokes over HTTP are held against: `node:http` that has SQLite write what the lake has written,
// a transaction for each request, and does nothing else. Tells its parent where it is, and ends with it.
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {openReplay} from './replay.ts'

const [folder = ''] = process.argv.slice(2)
const HOST = '127.0.0.1'
const replay = openReplay(folder, 'floor.sqlite')
let waiting: (() => void)[] = []
let written = 0

const server = createServer((request, response) => {
  let text = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => (text += chunk))
  request.once('end', () => {
    if (request.url === '/read') {
      waiting = replay.read()
      written = 0
    } else {
      JSON.parse(text)
      waiting[written]?.()
      written += 1
    }
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(JSON.stringify({left: waiting.length - written}))
  })
})
await new Promise<void>((resolve) => server.listen(0, HOST, resolve))
const {port} = server.address() as AddressInfo
process.once('disconnect', () => process.exit(0))
process.send?.(`http://${HOST}:${port}`)
