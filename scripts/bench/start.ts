// How long a lake with so many documents needs from its start to its first answers, and what it holds then.
import {fork} from 'node:child_process'
import {once} from 'node:events'
import {startLake} from './bench-lake.ts'
import {ASKED} from './query-asked.ts'
import {startEngine} from './query-engines.ts'
import type {Row, Say} from './row.ts'
import {usageOf} from './usage.ts'

/** @param folder of a lake that is not running */
export async function start(folder: string, count: number, say: Say): Promise<Row[]> {
  const size = `${count.toLocaleString('en')} articles`
  const array = await startEngine('groq-js', folder, count)
  array.close()
  const bare = await bareMemory()

  const begun = performance.now()
  const lake = await startLake(folder)
  try {
    await lake.query('*[_type == "article"][0]._id')
    const first = performance.now() - begun
    const {memory} = await lake.usage()
    // Each builds the indexes that it is answered by.
    for (const {name, query, params} of ASKED) {
      try {
        await lake.query(query, params(1, count))
      } catch (error) {
        // One that takes longer than its budget here would only be missed in the table.
        say(`${name} was refused: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    const {memory: memoryThen} = await lake.usage()
    return [
      {
        what: `from start to first answer, ${size}`,
        reference: 'reading all documents',
        ours: first,
        theirs: array.tookMs,
      },
      {
        what: `memory after the first answer, ${size}`,
        reference: 'bare Node',
        ours: memory,
        theirs: bare,
        as: 'megabytes',
      },
      {
        what: `memory after one of each query, ${size}`,
        reference: 'groq-js with all documents',
        ours: memoryThen,
        theirs: array.memory,
        as: 'megabytes',
      },
    ]
  } finally {
    lake.close()
  }
}

/** Bytes of a process that does nothing but say so. */
async function bareMemory(): Promise<number> {
  const child = fork(new URL('./usage-process.ts', import.meta.url))
  await once(child, 'message')
  const {memory} = await usageOf(child)
  child.kill()
  return memory
}
