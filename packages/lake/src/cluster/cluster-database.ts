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
  const client = new pg.Client({connectionString: url, connectionTimeoutMillis: 10_000})
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new OperatorError(`The cluster’s database cannot be reached: ${reasonOf(error)}.`)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Null if there is no cluster in the database. */
export async function headOf(
  client: pg.Client,
): Promise<{cluster: string; position: number; origin: string} | null> {
  const {rows: found} = await client.query<{is: boolean}>(
    `SELECT to_regclass('lake.head') IS NOT NULL AS is`,
  )
  if (!found[0]?.is) return null
  const {rows} = await client.query<{cluster: string; position: string; origin: string}>(HEAD)
  const [head] = rows
  return head ? {...head, position: Number(head.position)} : null
}
