// A line between a node and its database on which each byte takes half a millisecond, in a process of its own. Tells its
// parent its port, and ends with it.
import {createServer, connect, type AddressInfo, type Socket} from 'node:net'

const [target = ''] = process.argv.slice(2)
const ONE_WAY_MS = 0.5

const underWay: {due: number; chunk: Buffer | string; to: Socket}[] = []

/** Timers are good to a millisecond only, so it looks again and again while anything is under way. */
function deliver(): void {
  while (underWay[0] && underWay[0].due <= performance.now()) {
    const {chunk, to} = underWay.shift() ?? {}
    if (chunk) to?.write(chunk)
  }
  if (underWay.length > 0) setImmediate(deliver)
}

function carry(from: Socket, to: Socket): void {
  from.on('data', (chunk) => {
    underWay.push({due: performance.now() + ONE_WAY_MS, chunk, to})
    if (underWay.length === 1) deliver()
  })
  from.on('close', () => to.destroy())
  from.on('error', () => to.destroy())
}

const server = createServer({noDelay: true}, (near) => {
  const far = connect({port: Number(target), host: '127.0.0.1', noDelay: true})
  carry(near, far)
  carry(far, near)
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.once('disconnect', () => process.exit(0))
