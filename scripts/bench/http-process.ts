// What the lake's HTTP is held against: `node:http` that answers so many bytes and does nothing else, in a
// process of its own. Tells its parent where it is, and ends with it.
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'

const [bytes = '0'] = process.argv.slice(2)
const HOST = '127.0.0.1'
const body = 'x'.repeat(Number(bytes))

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(body)
})
await new Promise<void>((resolve) => server.listen(0, HOST, resolve))
const {port} = server.address() as AddressInfo
process.once('disconnect', () => process.exit(0))
process.send?.(`http://${HOST}:${port}`)
