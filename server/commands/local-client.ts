// The real Sanity client for a lake in this process, on an unused port of the loopback interface, with a
// token that is revoked afterwards. Import, export and seed use it.
import {createClient, type SanityClient} from '@sanity/client'
import type {Lake} from '@copydesk/lake'
import {listen} from '@copydesk/lake/serve'
import {DATASET, PROJECT_ID} from '../newsroom-lake.ts'

export interface LocalClient {
  client: SanityClient
  /** `http://127.0.0.1:<port>` */
  address: string
  token: string
}

export interface LocalOptions {
  /** Shown in the history as the author of what the work changes. */
  name: string
  /** The content dataset by default. */
  dataset?: string | undefined
  /** Answers requests before the lake does. */
  intercept?: (request: Request, local: LocalClient) => Promise<Response>
}

/** Runs `work` with a token, which is revoked afterwards, on Ctrl-C too. */
export async function withToken<T>(
  lake: Lake,
  token: {name: string; role: 'importer' | 'administrator'},
  work: (secret: string) => Promise<T>,
): Promise<T> {
  const {tokens} = lake.services.access
  const {id, secret} = tokens.create(token)
  const revoke = (): void => tokens.revoke(id)
  process.once('exit', revoke)
  try {
    return await work(secret)
  } finally {
    process.removeListener('exit', revoke)
    revoke()
  }
}

/** Runs `work`; the token is revoked and the port closed afterwards, on Ctrl-C too. */
export async function withLocalClient<T>(
  lake: Lake,
  options: LocalOptions,
  work: (local: LocalClient) => Promise<T>,
): Promise<T> {
  return await withToken(lake, {name: options.name, role: 'importer'}, (token) =>
    withPort(lake, {...options, token}, work),
  )
}

async function withPort<T>(
  lake: Lake,
  {dataset = DATASET, intercept, token}: LocalOptions & {token: string},
  work: (local: LocalClient) => Promise<T>,
): Promise<T> {
  let local: LocalClient | undefined
  const listening = await listen({
    host: '127.0.0.1',
    port: 0,
    fetch: (request) => (intercept && local ? intercept(request, local) : lake.fetch(request)),
  })
  try {
    const address = `http://127.0.0.1:${listening.port}`
    const client = createClient({
      projectId: PROJECT_ID,
      dataset,
      apiHost: address,
      useProjectHostname: false,
      useCdn: false,
      apiVersion: '2025-02-19',
      token,
    })
    local = {client, address, token}
    return await work(local)
  } finally {
    await listening.close()
  }
}
