// The lake of a bench, in a process of its own as in life, and beside it the bare WebSocket echo that
// `listen` is held against. Tells its parent where both are, and ends with it.
import {flushCompileCache} from 'node:module'
import {WebSocket, WebSocketServer} from 'ws'
import {listen} from '@copydesk/lake/serve'
import {createNewsroomLake} from '../../server/newsroom-lake.ts'
import {sendUsage} from './usage.ts'

const [dataFolder = '', streams = '1', colleagues = '0'] = process.argv.slice(2)
const HOST = '127.0.0.1'

let answer: (request: Request, bindings: object) => Response | Promise<Response> = () =>
  new Response()
const {server, port} = await listen({
  host: HOST,
  port: 0,
  fetch: (request, bindings) => answer(request, bindings),
})
const origin = `http://${HOST}:${port}`
const lake = createNewsroomLake({dataFolder, origin})
answer = (request, bindings) => lake.fetch(request, bindings)
lake.attach(server)
lake.markReady()

const echo = new WebSocketServer({host: HOST, port: 0, perMessageDeflate: false})
await new Promise((resolve) => echo.once('listening', resolve))
echo.on('connection', (socket) => {
  socket.on('message', (data) => {
    for (const client of echo.clients) {
      if (client.readyState !== WebSocket.OPEN) continue
      for (let n = 0; n < Number(streams); n++) client.send(data, {binary: false})
    }
  })
})

const address = echo.address()
const echoPort = typeof address === 'object' && address ? address.port : 0
const {tokens} = lake.services.access
const {secret: token} = tokens.create({name: 'bench', role: 'editor'})
const {secret: reader} = tokens.create({name: 'bench', role: 'reader'})
const others = Array.from(
  {length: Number(colleagues)},
  (_, n) => tokens.create({name: `colleague ${n}`, role: n % 2 ? 'editor' : 'journalist'}).secret,
)
process.once('disconnect', () => process.exit(0))
sendUsage()
// Its end is none that Node could write at.
flushCompileCache()
process.send?.({origin, token, reader, colleagues: others, echo: `ws://${HOST}:${echoPort}`})
