// The content of the file after a kill, read without the lake.
import {DatabaseSync} from 'node:sqlite'

export interface Stored {
  integrity: string
  /** Documents whose revision is not the one that the log says they have last. */
  torn: string[]
  /** Changes in the log that do not begin where the one before them ended. */
  broken: string[]
  /** How often a document came into being. */
  births(id: string): number
  /** Ids of the dataset, with what they hold. */
  documents: Map<string, Record<string, unknown>>
}

export function readStored(file: string): Stored {
  const database = new DatabaseSync(file)
  try {
    const [check] = database.prepare('PRAGMA integrity_check').all()
    const rows = database
      .prepare(
        'SELECT dataset, document_id AS id, previous_rev AS previous, result_rev AS result FROM log_changes ORDER BY position, ordinal',
      )
      .all() as {dataset: string; id: string; previous: string | null; result: string | null}[]
    const last = new Map<string, string | null>()
    const births = new Map<string, number>()
    const broken: string[] = []
    for (const {dataset, id, previous, result} of rows) {
      const key = `${dataset} ${id}`
      if ((last.get(key) ?? null) !== previous) broken.push(key)
      if (previous === null) births.set(id, (births.get(id) ?? 0) + 1)
      last.set(key, result)
    }
    const stored = database.prepare('SELECT dataset, id, rev, body FROM documents').all() as {
      dataset: string
      id: string
      rev: string
      body: string
    }[]
    const revisions = new Map(stored.map(({dataset, id, rev}) => [`${dataset} ${id}`, rev]))
    const keys = new Set([...last.keys(), ...revisions.keys()])
    return {
      integrity: String(check?.['integrity_check']),
      torn: [...keys].filter((key) => (last.get(key) ?? null) !== (revisions.get(key) ?? null)),
      broken,
      births: (id) => births.get(id) ?? 0,
      documents: new Map(
        stored
          .filter(({dataset}) => dataset === 'production')
          .map(({id, body}) => [id, JSON.parse(body) as Record<string, unknown>]),
      ),
    }
  } finally {
    database.close()
  }
}
