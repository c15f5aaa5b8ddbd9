// Refuses an upgrade to a WebSocket.
import {STATUS_CODES} from 'node:http'
import type {Duplex} from 'node:stream'

export function refuseUpgrade(socket: Duplex, status: number): void {
  // A tab that closes amid the refusal resets the connection. An unhandled error would end the process.
  socket.on('error', () => socket.destroy())
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  )
}
