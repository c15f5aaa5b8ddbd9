// A cluster in one process, where a seed decides everything: who writes, when others go on, what is lost or late, who is
// cut off, who restarts. A write that was answered is in all copies, once.
import {expect, test} from 'vitest'
import {LogUnavailable} from '../../src/errors.ts'
import type {Attempt} from '../../src/store/database.ts'
import {FACTOR} from '../../../../tests/support/runs.ts'
import {generator} from '../../../../tests/support/generator.ts'
import {MemoryLog, type Fate} from './memory-log.ts'
import {contentOf, createSmallNode, restart, tally, write, type SmallNode} from './small-node.ts'

const SEEDS = {quick: 300, full: 2_000, soak: 10_000}
const COUNT = FACTOR > 1 ? SEEDS.soak : FACTOR > 0.1 ? SEEDS.full : SEEDS.quick
const NODES = ['a', 'b', 'c']
const STEPS = 32
const FATES: Fate[] = ['is lost', 'answer is lost', 'late']

/** Who asked for a write, and what the newest answer said. A client repeats what had no answer, on any node. */
interface Client {
  id: string
  node: string
  /** Of the last write that was answered. */
  seen: number
}

class Simulation {
  readonly nodes: SmallNode[]
  readonly log: MemoryLog
  readonly acknowledged = new Map<string, number>()
  /** Attempts that were answered, each with its number. */
  readonly counted = new Map<string, number>()
  readonly #draw: () => number
  readonly #busy = new Set<string>()
  readonly #cutOff = new Set<string>()
  readonly #clients: Client[]
  #asked = 0
  #depth = 0
  #isOver = false

  constructor(seed: number) {
    this.#draw = generator(seed)
    this.log = new MemoryLog({
      meanwhile: () => this.#meanwhile(),
      fateOf: () => (this.#draw() < 0.15 ? this.#one(FATES) : 'arrives'),
      isReachable: (node) => !this.#cutOff.has(node),
      batch: 3,
    })
    this.nodes = NODES.map((name) => createSmallNode(name, this.log.of(name)))
    this.#clients = NODES.map((node, index) => ({id: `client-${index}`, node, seen: 0}))
  }

  run(): void {
    for (let step = 0; step < STEPS; step++) this.step()
    this.#isOver = true
    this.#cutOff.clear()
    for (const arrive of this.log.late.splice(0)) arrive()
    for (const {member} of this.nodes) member.catchUp()
  }

  step(): void {
    const free = this.nodes.filter(({name}) => !this.#busy.has(name))
    const node = free.length > 0 ? this.#one(free) : undefined
    const drawn = this.#draw()
    if (drawn < 0.08) this.#toggleLine(this.#one(NODES))
    else if (drawn < 0.14) this.log.late.shift()?.()
    else if (!node) return
    else if (drawn < 0.18) restart(node, this.log.of(node.name))
    else if (drawn < 0.4) this.#attempt(node, () => node.member.catchUp())
    else if (drawn < 0.48) this.#publish(node)
    else if (drawn < 0.6) this.#count(node)
    else this.#write(node)
  }

  /** Others go on while a node waits for the log. */
  #meanwhile(): void {
    if (this.#depth > 2 || this.#isOver) return
    this.#depth++
    while (this.#draw() < 0.4) this.step()
    this.#depth--
  }

  /** Two hold the lease, and both publish what is due: it has one id. */
  #publish(node: SmallNode): void {
    const id = `publication-${Math.floor(this.#asked / 5)}`
    this.#attempt(node, () => this.acknowledged.set(id, write(node, id, 'published at noon')))
  }

  #write(node: SmallNode): void {
    const client = this.#one(this.#clients)
    const isRepeated = this.#draw() < 0.3
    const id = isRepeated ? client.id : `write-${this.#asked++}`
    const {seen} = client
    client.id = id
    this.#attempt(node, () => {
      const number = write(node, id, `${id} of ${client.node} one two three`)
      const before = this.acknowledged.get(id)
      if (before !== undefined) expect(number).toBe(before)
      // What had an answer before this request began has a smaller number, on whatever node.
      else if (!isRepeated) expect(number).toBeGreaterThan(seen)
      client.seen = Math.max(client.seen, number)
      this.acknowledged.set(id, number)
    })
  }

  /** Nothing but the node itself knows what became of it, and repeats it while it has no answer. */
  #count(node: SmallNode): void {
    const ticket = `ticket-${this.#asked++}`
    const attempts: Attempt<number>[] = []
    for (let times = 0; times < 4 && !this.counted.has(ticket); times++) {
      this.#attempt(node, () => this.counted.set(ticket, tally(node, ticket, attempts)))
      this.#busy.add(node.name)
      this.#meanwhile()
      this.#busy.delete(node.name)
    }
  }

  #attempt(node: SmallNode, work: () => void): void {
    this.#busy.add(node.name)
    try {
      work()
    } catch (error) {
      if (!(error instanceof LogUnavailable)) throw error
    } finally {
      this.#busy.delete(node.name)
      expect(node.database.isTransaction).toBe(false)
    }
  }

  #toggleLine(node: string): void {
    if (!this.#cutOff.delete(node)) this.#cutOff.add(node)
  }

  #one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#draw() * list.length)] as T
  }
}

test(
  `${COUNT} courses of a cluster lose nothing, write nothing twice, and end with equal copies`,
  {tags: ['random'], timeout: 600_000},
  () => {
    let acknowledged = 0
    for (let seed = 1; seed <= COUNT; seed++) {
      const simulation = new Simulation(seed)
      simulation.run()
      const {nodes, log} = simulation
      const [first, ...others] = nodes.map(contentOf)
      for (const other of others) expect(other, `seed ${seed}`).toEqual(first)
      const rows = nodes[0]?.database.prepare('SELECT id, number FROM writes').all() ?? []
      const tallies = nodes[0]?.database.prepare('SELECT ticket, number FROM attempts').all() ?? []
      expect(rows.length + tallies.length, `seed ${seed}`).toBe(log.entries.length)
      const found = new Map(tallies.map(({ticket, number}) => [String(ticket), Number(number)]))
      expect(found.size, `seed ${seed}: one is there twice`).toBe(tallies.length)
      for (const [ticket, number] of simulation.counted) expect(found.get(ticket)).toBe(number)
      const stored = new Map(rows.map(({id, number}) => [String(id), Number(number)]))
      for (const [id, number] of simulation.acknowledged) expect(stored.get(id), id).toBe(number)
      acknowledged += simulation.acknowledged.size
      for (const {database} of nodes) database.close()
    }
    // The courses are not empty.
    expect(acknowledged).toBeGreaterThan(COUNT * 5)
  },
)
