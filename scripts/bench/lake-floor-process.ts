// What the lake is held against: `node:http` and bare WebSockets that hand on what they get, to as many
// studios and over as many streams, and think nothing of it. Tells its parent where it is, and ends with it.
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {WebSocketServer, type WebSocket} from 'ws'
import {streamsOf} from './lake-streams.ts'
import {sendUsage} from './usage.ts'

const HOST = '127.0.0.1'
const all = streamsOf('any')
const streams = (hears: string): number => all.filter((one) => one.hears === hears).length
const [ofArticle, ofArticles] = [streams('article'), streams('articles')]
/** Sockets by what is open on them: an article, or presence. */
const open = new Map<string, Set<WebSocket>>()

const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    const article = `/streams${request.url}`
    for (const [name, sockets] of open) {
      if (!name.startsWith('/streams/')) continue
      const first = name === article ? 0 : ofArticle
      for (const socket of sockets) {
        for (let n = first; n < ofArticle + ofArticles; n++) socket.send(`${n} ${body}`)
      }
    }
    response.setHeader('content-type', 'application/json').end('{}')
  })
})
const sockets = new WebSocketServer({server, perMessageDeflate: false})
sockets.on('connection', (socket, {url = ''}) => {
  const others = open.get(url) ?? new Set()
  open.set(url, others.add(socket))
  socket.on('close', () => others.delete(socket))
  if (url !== '/presence') return
  socket.on('message', (data) => {
    for (const other of others) other.send(data, {binary: false})
  })
})
await new Promise<void>((resolve) => server.listen(0, HOST, resolve))

process.once('disconnect', () => process.exit(0))
sendUsage()
process.send?.({origin: `http://${HOST}:${(server.address() as AddressInfo).port}`})
