// A short connection of a command to the database of a cluster.
import pg from 'pg'
import {OperatorError} from '../operator-error.ts'
import {reasonOf} from './postgres-connection.ts'
import {HEAD} from './postgres-schema.ts'

/** Runs `work` with a connection, and ends it. */
export async function connected<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = await connect(url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  try {
    // It reads the files of certificates that the address names.
    const client = new pg.Client({connectionString: url, connectionTimeoutMillis: 10_000})
    client.on('error', () => {})
    await client.connect()
    return client
  } catch (error) {
    throw new OperatorError(`The cluster’s database cannot be reached: ${reasonOf(error)}.`)
  }
}

/**
 * Null if there is no cluster in the database.
 * @throws OperatorError if something else has the name of the cluster's schema
 */
export async function headOf(
  client: pg.Client,
): Promise<{cluster: string; position: number; origin: string} | null> {
  const {rows: found} = await client.query<{is: boolean; isOther: boolean}>(
    `SELECT to_regclass('lake.head') IS NOT NULL AS is, to_regnamespace('lake') IS NOT NULL AS "isOther"`,
  )
  if (!found[0]?.is) {
    if (!found[0]?.isOther) return null
    throw new OperatorError(
      'The database has a schema "lake" that is not a cluster’s: name a database that is for the cluster only.',
    )
  }
  const {rows} = await client.query<{cluster: string; position: string; origin: string}>(HEAD)
  const [head] = rows
  return head ? {...head, position: Number(head.position)} : null
}
