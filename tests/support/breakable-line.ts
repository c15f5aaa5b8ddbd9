// A TCP connection to a server that can be cut without a word: bytes are swallowed, as by a network that fails.
import {connect, createServer, type AddressInfo, type Socket} from 'node:net'

export interface BreakableLine {
  port: number
  /** From now on nothing comes through, in either direction, on old and new connections. */
  cut(): void
  /** New connections come through again; the old ones stay silent. */
  mend(): void
  /** New connections lead to a different server; the old ones end. */
  lead(port: number): void
  close(): Promise<void>
}

export async function openLine(port: number): Promise<BreakableLine> {
  let target = port
  let isCut = false
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const onward = connect(target, '127.0.0.1')
    let isSilent = isCut
    for (const [from, to] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(from)
      from.on('data', (chunk: Buffer) => {
        isSilent ||= isCut
        if (!isSilent) to.write(chunk)
      })
      from.on('error', () => {})
      from.once('close', () => {
        sockets.delete(from)
        if (!isSilent) to.destroy()
      })
    }
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => void (isCut = true),
    mend: () => void (isCut = false),
    lead(to) {
      target = to
      for (const socket of sockets) socket.destroy()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
