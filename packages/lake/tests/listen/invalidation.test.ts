// Whether a cached response equals a new one: for every reader, after every write, with little
// memory.
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {ANONYMOUS_ACTOR} from '../../src/grants.ts'
import {ANY_KEY} from '@copydesk/groq/documents'
import {createHub, type Hub} from '../../src/listen/hub.ts'
import {createInvalidation, type Invalidation} from '../../src/listen/invalidation.ts'
import {clock, EDITOR, openTestLake, type TestLake} from './lake.ts'

const DATASET = 'production'

const hubOn = (lake: TestLake): Hub =>
  createHub({
    log: lake.log,
    documents: lake.documents,
    grantsOf: () => lake.grants,
    clock,
    every: () => () => {},
  })

describe('a cached response', () => {
  let lake: TestLake
  let hub: Hub
  beforeEach(() => {
    lake = openTestLake()
    hub = hubOn(lake)
    lake.write({a: {}})
  })
  afterEach(() => {
    hub.close()
    lake.close()
  })

  const anybody = {dataset: DATASET, actor: ANONYMOUS_ACTOR, audience: 'anybody'}
  const editor = {dataset: DATASET, actor: EDITOR, audience: 'editors'}
  const following = (mostKeys?: number): Invalidation => {
    const invalidation = createInvalidation(hub, mostKeys)
    invalidation.follow(anybody)
    return invalidation
  }

  it('is valid until one of its keys changes', () => {
    const invalidation = following()
    lake.write({b: {}})
    expect(invalidation.validUntil(anybody, ['_id=a'], 1)).toBe(2)
    expect(invalidation.validUntil(anybody, ['_id=b'], 1)).toBeNull()
    expect(invalidation.validUntil(anybody, ['_id=b'], 2)).toBe(2)
    expect(invalidation.validUntil(anybody, [ANY_KEY], 1)).toBeNull()
    expect(invalidation.validUntil(anybody, [], 1)).toBe(2)
  })

  it('is made as of what another process has just written', () => {
    const invalidation = following()
    lake.write({b: {}})
    expect(invalidation.follow(anybody)).toBe(2)
  })

  it('is not known to be valid if changes were not followed when it was made', () => {
    expect(following().validUntil(anybody, ['_id=a'], 0)).toBeNull()
  })

  it('is invalidated only by changes that its reader sees', () => {
    const invalidation = following()
    invalidation.follow(editor)
    lake.write({'drafts.a': {title: 'Draft'}, c: {hidden: true}})
    expect(invalidation.validUntil(anybody, ['_type=article'], 1)).toBe(1)
    expect(invalidation.validUntil(editor, ['_type=article'], 1)).toBeNull()
    expect(invalidation.validUntil(editor, ['_id=b'], 1)).toBe(2)
  })

  it('stays valid for an audience when one of its readers signs out', () => {
    const invalidation = following()
    invalidation.follow(editor)
    hub.endCredential('session:edith')
    lake.write({b: {}})
    expect(invalidation.validUntil(editor, ['_id=a'], 1)).toBe(2)
  })

  it('is invalid after a change that is too large to be sent in full', () => {
    const invalidation = following()
    const list = Array.from({length: 6_000}, (_, n) => `item ${n}`)
    lake.write({b: {list}})
    expect(invalidation.validUntil(anybody, ['_id=a'], 1)).toBeNull()
    expect(invalidation.validUntil(anybody, ['_id=a'], 2)).toBe(2)
  })

  it('whose keys were dropped is invalid, and a newer one is not', () => {
    const invalidation = following(20)
    for (let n = 0; n < 10; n++) lake.write({b: {n}})
    const oldest = invalidation.validUntil(anybody, ['_id=a'], 1)
    expect(oldest).toBe(11)
    for (let n = 0; n < 10; n++) lake.write({[`c${n}`]: {}})
    expect(invalidation.validUntil(anybody, ['_id=a'], 1)).toBeNull()
    expect(invalidation.validUntil(anybody, ['_id=b'], 10)).toBeNull()
    expect(invalidation.validUntil(anybody, ['_id=a'], 20)).toBe(21)
    expect(invalidation.validUntil(anybody, ['_id=c9'], 20)).toBeNull()
  })

  it('is followed again for an audience that was dropped', () => {
    const invalidation = following()
    for (let n = 0; n < 20; n++) {
      invalidation.follow({...editor, audience: `audience ${n}`})
    }
    expect(hub.openStreams()).toBe(12)
    expect(invalidation.validUntil(anybody, ['_id=a'], 0)).toBeNull()
    expect(invalidation.validUntil(anybody, ['_id=a'], 1)).toBe(1)
  })
})
