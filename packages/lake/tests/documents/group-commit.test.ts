import type {DatabaseSync} from 'node:sqlite'
import {setImmediate as turn} from 'node:timers/promises'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {createGroupCommit, type Write} from '../../src/documents/group-commit.ts'
import {openDatabase} from '../../src/store/database.ts'
import {temporaryFolder} from '../../../../tests/support/temporary-folder.ts'
import {join} from 'node:path'

let database: DatabaseSync
let write: Write<string>
/** What was stored, by group. */
let stored: string[][]
let file: string

beforeEach(() => {
  file = join(temporaryFolder(), 'lake.sqlite')
  database = openDatabase(file)
  database.exec(`
    CREATE TABLE words (word TEXT UNIQUE);
    CREATE TABLE answers (word TEXT REFERENCES words (word) DEFERRABLE INITIALLY DEFERRED)
  `)
  stored = []
  write = createGroupCommit<string>({
    database,
    onStored: (words) => stored.push(words),
  })
})
afterEach(() => database.close())

const add = (word: string) => (): string => {
  database.prepare('INSERT INTO words VALUES (?)').run(word)
  return word
}
const outcomes = (all: Promise<string>[]): Promise<unknown[]> =>
  Promise.all(all.map((one) => one.catch((error: unknown) => String(error))))
/** As another program reads it: what is not on the disk is not there. */
function words(): string[] {
  const other = openDatabase(file, {readOnly: true})
  const rows = other.prepare('SELECT word FROM words ORDER BY rowid').all()
  other.close()
  return rows.map(({word}) => String(word))
}

describe('simultaneous writers', () => {
  it('share a transaction, in the order of their calls', async () => {
    const order: string[] = []
    const all = ['a', 'b', 'c'].map((word) =>
      write(add(word)).then((value) => {
        // Nobody is told before it is on the disk.
        expect(words()).toEqual(['a', 'b', 'c'])
        order.push(value)
      }),
    )
    expect(words()).toEqual([])
    await Promise.all(all)
    expect(order).toEqual(['a', 'b', 'c'])
    expect(stored).toEqual([['a', 'b', 'c']])
  })

  it('see earlier writes of the group', async () => {
    const count = (): string => String(database.prepare('SELECT count(*) AS n FROM words').get()?.n)
    expect(await outcomes([write(add('a')), write(count), write(add('b')), write(count)])).toEqual([
      'a',
      '1',
      'b',
      '2',
    ])
  })

  it('succeed next to one that is refused and one that fails half way', async () => {
    const all = [
      write(add('a')),
      write(() => {
        throw new Error('refused')
      }),
      write(() => {
        add('half')()
        return add('a')()
      }),
      write(add('b')),
    ]
    expect(await outcomes(all)).toEqual([
      'a',
      'Error: refused',
      expect.stringContaining('UNIQUE constraint failed'),
      'b',
    ])
    expect(words()).toEqual(['a', 'b'])
    expect(stored).toEqual([['a', 'b']])
  })

  it('all reject when the disk fails', async () => {
    const dangling = (): string => {
      database.prepare('INSERT INTO answers VALUES (?)').run('nobody')
      return 'dangling'
    }
    const failed = expect.stringContaining('FOREIGN KEY constraint failed')
    expect(await outcomes([write(add('a')), write(dangling), write(add('b'))])).toEqual([
      failed,
      failed,
      failed,
    ])
    expect(words()).toEqual([])
    expect(stored).toEqual([])
    expect(database.isTransaction).toBe(false)
    expect(await write(add('a'))).toBe('a')
  })

  it('all reject when the disk is full during one of them', async () => {
    const {page_count: pages} = database.prepare('PRAGMA page_count').get() ?? {}
    database.exec(`PRAGMA max_page_count = ${Number(pages)}`)
    const all = [write(add('a')), write(add('x'.repeat(100_000))), write(add('b'))]
    const [first, second, third] = await outcomes(all)
    expect(second).toContain('full')
    database.exec('PRAGMA max_page_count = 1000000')
    // What was reported as stored is there, and nothing else.
    expect(words()).toEqual([first, third].filter((word) => word === 'a' || word === 'b'))
  })

  it('are limited in number, so that requests are answered in between', async () => {
    const numbers = Array.from({length: 150}, (_, n) => `w${n}`)
    const all = numbers.map((word) => write(add(word)))
    let turns = 0
    const others = (async () => {
      while (stored.flat().length < numbers.length) {
        await turn()
        turns++
      }
    })()
    expect(await Promise.all(all)).toEqual(numbers)
    await others
    expect(stored.flat()).toEqual(numbers)
    expect(Math.max(...stored.map(({length}) => length))).toBe(64)
    expect(turns).toBeGreaterThan(2)
    expect(words()).toEqual(numbers)
  })

  it('end their group after some time, and the others follow', async () => {
    const slow = (): string => {
      const end = performance.now() + 30
      while (performance.now() < end);
      return add('slow')()
    }
    expect(await Promise.all([write(slow), write(add('a')), write(add('b'))])).toEqual([
      'slow',
      'a',
      'b',
    ])
    expect(stored).toEqual([['slow'], ['a', 'b']])
  })

  it('wait for another program together with later writers', async () => {
    const other = openDatabase(file)
    other.exec('BEGIN IMMEDIATE')
    const first = write(add('a'))
    await turn()
    const second = write(add('b'))
    await turn()
    expect(stored).toEqual([])
    other.exec('COMMIT')
    other.close()
    expect(await Promise.all([first, second])).toEqual(['a', 'b'])
    expect(stored).toEqual([['a', 'b']])
  })
})
