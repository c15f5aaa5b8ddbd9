// One connection to PostgreSQL that is opened again after it was lost.
import pg, {DatabaseError} from 'pg'

/** Longer than a node's main thread waits: after this the connection counts as lost. */
export const QUERY_MS = 2_000

export class PostgresConnection {
  readonly #url: string
  readonly #name: string
  readonly #onLost: () => void
  #client: pg.Client | null = null
  #opening: Promise<pg.Client> | null = null

  /**
   * @param name shown by PostgreSQL
   * @param onLost called whenever there is no connection any more
   */
  constructor(url: string, name: string, onLost: () => void = () => {}) {
    this.#url = url
    this.#name = name
    this.#onLost = onLost
  }

  /** Null while there is none. */
  current = (): pg.Client | null => this.#client

  async get(): Promise<pg.Client> {
    if (this.#client) return this.#client
    this.#opening ??= this.#open().finally(() => (this.#opening = null))
    return await this.#opening
  }

  /** After an error: what a late answer means would be unknown. */
  drop(client: pg.Client): void {
    this.#forget(client)
    client.end().catch(() => {})
  }

  #forget(client: pg.Client): void {
    if (this.#client !== client) return
    this.#client = null
    this.#onLost()
  }

  async end(): Promise<void> {
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => {})
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: QUERY_MS,
      query_timeout: QUERY_MS,
      keepAlive: true,
      application_name: this.#name,
    })
    client.on('error', () => this.#forget(client))
    client.on('end', () => this.#forget(client))
    await client.connect()
    this.#client = client
    return client
  }
}

/** PostgreSQL could not make a file larger. */
export const isFull = (error: unknown): boolean =>
  error instanceof DatabaseError && error.code === '53100'

/** Of an error of the client, for operators. It has neither address nor password of the database in it. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  // Node has an error for each address of a host name.
  const [first] = error instanceof AggregateError ? (error.errors as Error[]) : []
  return (first ?? error).message
}
