// Asks an address as often as it answers, over connections that stay open. Bare sockets: what a client of
// Node's own would cost, the server could not have.
import {connect, type Socket} from 'node:net'

/** @returns milliseconds for each answer, of all connections together */
export async function load(
  origin: string,
  pathOf: (n: number) => string,
  {connections, ms}: {connections: number; ms: number},
): Promise<number> {
  const {hostname, port, host} = new URL(origin)
  const end = performance.now() + ms
  let asked = 0
  let answered = 0
  const begun = performance.now()
  const askAgain = (socket: Socket): boolean => {
    if (performance.now() > end) return false
    socket.write(`GET ${pathOf((asked += 1))} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
    return true
  }
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect({host: hostname, port: Number(port), noDelay: true})
      let received: Buffer = Buffer.alloc(0)
      socket.once('error', reject)
      socket.once('close', () => resolve())
      socket.once('connect', () => askAgain(socket))
      socket.on('data', (chunk: Buffer) => {
        received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
        if (!isWhole(received)) return
        const status = received.toString('latin1', 9, 12)
        if (status !== '200') {
          reject(new Error(received.toString('utf8').slice(0, 500)))
          socket.destroy()
          return
        }
        received = Buffer.alloc(0)
        answered += 1
        if (!askAgain(socket)) socket.end()
      })
    })
  await Promise.all(Array.from({length: connections}, one))
  return (performance.now() - begun) / answered
}

/** Whether an answer is there to its end. */
function isWhole(received: Buffer): boolean {
  const head = received.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /content-length: (\d+)/i.exec(received.toString('latin1', 0, head))?.[1]
  if (length !== undefined) return received.length >= head + 4 + Number(length)
  return received.subarray(-5).toString('latin1') === '0\r\n\r\n'
}
