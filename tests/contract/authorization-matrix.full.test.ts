// Every role at every endpoint: each cell of the table in docs/security.md is tried over HTTP, on a
// newsroom with documents of every kind. The printed table is the one that was tried.
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {ROOT} from '../../server/paths.ts'
import {actingWays} from '../support/authorization/action-attempts.ts'
import {aroundWays} from '../support/authorization/platform-attempts.ts'
import type {Tries} from '../support/authorization/requests.ts'
import {filingWays} from '../support/authorization/asset-attempts.ts'
import {printTable} from '../support/authorization/print.ts'
import {hearEverything, readingWays, type Reads} from '../support/authorization/read-attempts.ts'
import {releasingWays} from '../support/authorization/release-attempts.ts'
import {ROWS} from '../support/authorization/rows.ts'
import {KINDS, READING_WAYS, ROLE_NAMES, type Kind} from '../support/authorization/table.ts'
import {watchingWays} from '../support/authorization/socket-attempts.ts'
import {openWorld, type World} from '../support/authorization/world.ts'
import {writingWays} from '../support/authorization/write-attempts.ts'

let world: World
let reads: Record<string, Reads>
let tries: Record<string, Tries>
beforeAll(async () => {
  world = await openWorld()
  reads = readingWays(world, await hearEverything(world))
  tries = {
    ...writingWays(world),
    ...releasingWays(world),
    ...actingWays(world),
    ...filingWays(world),
    ...watchingWays(world),
    ...aroundWays(world),
  }
})
afterAll(() => world.close())

const CELLS = ROWS.flatMap((row) => row.ways.map((way) => ({...row, way})))
const isKind = (of: string): of is Kind => (KINDS as readonly string[]).includes(of)

describe('every caller', () => {
  it.each(CELLS)('to $operation by $way: $of', async ({operation, way, of, who}) => {
    const allowed: string[] = []
    for (const name of ROLE_NAMES) {
      const yes =
        operation === 'read' && isKind(of)
          ? await reads[way]!(name, of)
          : await tries[`${operation} ${way} ${of}`]!(world.voices[name])
      if (yes) allowed.push(name)
    }
    expect(allowed).toEqual(ROLE_NAMES.filter((name) => who.includes(name)))
  })
})

describe('the table', () => {
  it('has a row for every kind of document at every endpoint, and for all other attempts', () => {
    const rows = CELLS.map(({operation, way, of}) => `${operation} ${way} ${of}`)
    expect(new Set(rows).size).toBe(rows.length)
    const kinds = KINDS.flatMap((kind) => READING_WAYS.map((way) => `read ${way} ${kind}`))
    expect(rows.toSorted()).toEqual([...kinds, ...Object.keys(tries)].toSorted())
  })

  it('leaves out no endpoint of the router', () => {
    expect(world.endpoints.missing(ROLE_NAMES)).toEqual([])
  })

  it('is the one that docs/security.md prints', () => {
    const file = join(ROOT, 'docs/security.md')
    const [begin, end] = ['<!-- authorization-matrix -->\n', '\n<!-- /authorization-matrix -->']
    const text = readFileSync(file, 'utf8')
    const from = text.indexOf(begin) + begin.length
    const to = text.indexOf(end)
    expect(from).toBeGreaterThan(begin.length)
    // UPDATE_MATRIX=1 writes the document.
    if (process.env['UPDATE_MATRIX']) {
      writeFileSync(file, text.slice(0, from) + printTable() + text.slice(to))
    }
    expect(readFileSync(file, 'utf8')).toContain(`${begin}${printTable()}${end}`)
  })
})
