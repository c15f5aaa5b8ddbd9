// A node and the log that it shares: what is stored where, and when a node stops writing.
import {zstdCompressSync} from 'node:zlib'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {createMember} from '../../src/cluster/member.ts'
import {LogDiverged, LogFull, LogUnavailable} from '../../src/errors.ts'
import {chainOf, NO_CHAIN, type SharedEntry} from '../../src/cluster/shared-log.ts'
import {inTransaction, prepareWrite, type Attempt} from '../../src/store/database.ts'
import {MemoryLog, type Fate} from './memory-log.ts'
import {contentOf, createSmallNode, write, type SmallNode} from './small-node.ts'

const nodes: SmallNode[] = []
afterEach(() => {
  for (const {database} of nodes.splice(0)) database.close()
})

const open = (log: MemoryLog, name: string): SmallNode => {
  const node = createSmallNode(name, log.of(name))
  nodes.push(node)
  return node
}

describe('a write', () => {
  test('is in the log and on the node, then on the other node', () => {
    const log = new MemoryLog()
    const [one, other] = [open(log, 'one'), open(log, 'other')]
    expect(write(one, 'first', 'ferry sinks')).toBe(1)
    expect(log.entries).toHaveLength(1)
    expect(one.member.head()).toMatchObject({position: 1, chain: new Uint8Array(log.head().chain)})
    expect(other.member.catchUp()).toBe(1)
    expect(contentOf(other)).toEqual(contentOf(one))
  })

  test('runs again after those of a node that was faster', () => {
    const log = new MemoryLog()
    const [one, other] = [open(log, 'one'), open(log, 'other')]
    write(one, 'first', 'ferry sinks')
    const work = vi.fn(() => write(other, 'second', 'ferry floats'))
    expect(inTransaction(other.database, work)).toBe(2)
    expect(work).toHaveBeenCalledTimes(2)
    one.member.catchUp()
    expect(contentOf(one)).toEqual(contentOf(other))
  })

  test('that changes nothing is not in the log', () => {
    const log = new MemoryLog()
    const one = open(log, 'one')
    inTransaction(one.database, () => one.database.exec('DELETE FROM writes'))
    expect(log.entries).toHaveLength(0)
  })

  test('that fails leaves nothing, here or in the log', () => {
    const log = new MemoryLog()
    const one = open(log, 'one')
    const fail = () => {
      write(one, 'first', 'ferry sinks')
      throw new Error('no')
    }
    expect(() => inTransaction(one.database, fail)).toThrow('no')
    expect([log.entries, contentOf(one)]).toEqual([[], [[], [], [], []]])
  })

  test('of a single statement goes through the log, too', () => {
    const log = new MemoryLog()
    const one = open(log, 'one')
    prepareWrite(one.database, 'INSERT INTO articles VALUES (?, ?)').run('a', 'text')
    expect(log.entries).toHaveLength(1)
  })

  test.for(['is lost', 'answer is lost', 'late'] as const)(
    'is not on the node without an answer, and is stored once when it is repeated: its entry %s',
    (fate) => {
      let isBroken = true
      const log = new MemoryLog({fateOf: () => (isBroken ? fate : 'arrives')})
      const one = open(log, 'one')
      const ask = () => write(one, 'first', 'ferry sinks')
      expect(ask).toThrow(LogUnavailable)
      expect(contentOf(one)).toEqual([[], [], [], []])
      isBroken = false
      expect(ask()).toBe(1)
      for (const arrive of log.late) arrive()
      one.member.catchUp()
      expect(log.entries).toHaveLength(1)
    },
  )
})

test('a write that the log has no room for is refused, until there is room', () => {
  let fate: Fate = 'has no room'
  const log = new MemoryLog({fateOf: () => fate})
  const one = open(log, 'one')
  const attempts: Attempt<unknown>[] = []
  const ask = () => inTransaction(one.database, () => write(one, 'first', 'ferry sinks'), attempts)
  expect(ask).toThrow(LogFull)
  // It is known that nothing was stored: there is nothing to wait for.
  expect([attempts, contentOf(one)]).toEqual([[], [[], [], [], []]])
  expect(one.member.trouble()).toBeInstanceOf(LogFull)
  fate = 'arrives'
  expect(ask()).toBe(1)
  expect(one.member.trouble()).toBeNull()
})

describe('a node stops writing, and says why,', () => {
  const diverged = (node: SmallNode, log: MemoryLog): string => {
    const member = createMember({database: node.database, log: log.of(node.name)})
    expect(() => member.catchUp()).toThrow(LogDiverged)
    expect(() => write(node, 'later', 'words')).toThrow(LogDiverged)
    return member.divergence()?.message ?? ''
  }
  const twoEntries = () => {
    const log = new MemoryLog()
    const node = open(log, 'one')
    write(node, 'first', 'ferry sinks')
    write(node, 'second', 'ferry floats')
    return {log, node}
  }
  const entryAfter = (log: MemoryLog, body: Uint8Array): SharedEntry => {
    const {position, chain} = log.head()
    const content = {body, agreement: null}
    return {position: position + 1, chain: chainOf(chain, content), ...content}
  }

  test('when entries are gone from the log', () => {
    const {log, node} = twoEntries()
    log.entries.pop()
    expect(diverged(node, log)).toContain('has 2 entries, the cluster’s log only 1')
  })

  test('when the log has another entry in place of its last one', () => {
    const {log, node} = twoEntries()
    log.entries.pop()
    log.entries.push(entryAfter(log, Buffer.from('other')))
    expect(diverged(node, log)).toContain('Entry 2 of the cluster’s log is not the one')
  })

  test('when the log goes on from another entry', () => {
    const {log, node} = twoEntries()
    log.entries.pop()
    for (const body of ['other', 'another']) log.entries.push(entryAfter(log, Buffer.from(body)))
    expect(diverged(node, log)).toContain('Entry 3 of the cluster’s log does not fit')
  })

  test('when the log no longer has the next entry', () => {
    const {log} = twoEntries()
    const late = open(log, 'late')
    const shortened = new MemoryLog()
    shortened.entries.push(...log.entries)
    shortened.of = (name) => ({
      ...log.of(name),
      after: () => ({entries: log.entries.slice(1), head: log.head()}),
    })
    expect(diverged(late, shortened)).toContain('Entry 1 is no longer in the cluster’s log')
  })

  test('when an entry changes a row that is not as it was', () => {
    const {log, node} = twoEntries()
    node.database.exec(`UPDATE writes SET number = 9 WHERE id = 'second'`)
    const other = open(log, 'other')
    other.member.catchUp()
    inTransaction(other.database, () => other.database.exec('DELETE FROM writes'))
    expect(diverged(node, log)).toContain('Entry 3 of the cluster’s log does not fit')
    // Nothing of the entry was applied.
    expect(node.member.head().position).toBe(2)
  })

  test('when a body was altered on its way', () => {
    const {log} = twoEntries()
    const late = open(log, 'late')
    const [first] = log.entries
    log.entries[0] = {...(first as SharedEntry), body: zstdCompressSync(Buffer.alloc(0))}
    expect(diverged(late, log)).toContain('Entry 1 of the cluster’s log does not fit')
    expect(contentOf(late)).toEqual([[], [], [], []])
  })
})

describe('an entry that has no answer', () => {
  const broken = (fate: Fate) => {
    let isBroken = true
    const log = new MemoryLog({fateOf: () => (isBroken ? fate : 'arrives')})
    const one = open(log, 'one')
    const work = vi.fn(() => {
      one.database.prepare('INSERT INTO articles VALUES (?, ?)').run(`${Math.random()}`, 'text')
      return work.mock.calls.length
    })
    const attempts: Attempt<number>[] = []
    const ask = () => inTransaction(one.database, work, attempts)
    expect(ask).toThrow(LogUnavailable)
    isBroken = false
    return {log, one, work, ask}
  }

  test('is not repeated if the log has it', () => {
    const {log, one, work, ask} = broken('answer is lost')
    expect(ask()).toBe(1)
    expect(work).toHaveBeenCalledTimes(1)
    expect([log.entries.length, one.member.head().position]).toEqual([1, 1])
  })

  test('is repeated if the log does not have it', () => {
    const {log, work, ask} = broken('is lost')
    expect(ask()).toBe(2)
    expect([work.mock.calls.length, log.entries.length]).toEqual([2, 1])
  })

  test('that arrives during the repetition is not stored twice', () => {
    const {log, one, work, ask} = broken('late')
    // It is faster than the repetition.
    const arrive = log.late.shift()
    work.mockImplementationOnce(() => {
      arrive?.()
      one.database.prepare('INSERT INTO articles VALUES (?, ?)').run('again', 'text')
      return 99
    })
    expect(ask()).toBe(1)
    expect([log.entries.length, contentOf(one)[1]]).toEqual([1, [expect.anything()]])
  })
})

describe('what nodes have in common', () => {
  test('holds from an entry on: a node without it writes nothing more, and says why', () => {
    const log = new MemoryLog()
    let agreed = ''
    const node = (name: string, adopt?: (text: string) => void) => {
      const one = createSmallNode(
        name,
        log.of(name, () => (adopt ? '' : agreed)),
      )
      nodes.push(one)
      if (adopt) one.member = createMember({database: one.database, log: log.of(name), adopt})
      return one
    }
    const newer = node('newer')
    const older = node('older', () => {
      throw new LogDiverged('The others have version 2.')
    })
    write(older, 'first', 'ferry sinks')
    newer.member.catchUp()
    expect(newer.member.agree('version 2')).toBe(true)
    agreed = 'version 2'
    newer.member.catchUp()
    expect(write(newer, 'second', 'ferry floats')).toBe(2)
    expect(() => write(older, 'third', 'ferry waits')).toThrow('The others have version 2.')
    expect(older.member.head().position).toBe(1)
    expect(older.member.divergence()).not.toBeNull()
  })
})

test('a node that begins has no entries', () => {
  expect(open(new MemoryLog(), 'one').member.head()).toEqual({position: 0, chain: NO_CHAIN})
})
