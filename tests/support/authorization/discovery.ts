// A provider of identities that says where its pages would be, and no more.
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'

export interface Discovery {
  issuer: string
  close(): Promise<void>
}

export async function startDiscovery(): Promise<Discovery> {
  const server = createServer((_request, response) => {
    const at = (path: string): string => issuer + path
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify({
        issuer,
        authorization_endpoint: at('/authorize'),
        token_endpoint: at('/token'),
        jwks_uri: at('/keys'),
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
