import {describe, expect, it} from 'vitest'
import {holdFieldOwnership} from '../../../workflow/rules/field-ownership.ts'

type Fields = Record<string, unknown>

const photo = (clearance?: unknown): Fields => ({
  _type: 'photoWithCredit',
  caption: 'A ferry',
  ...(clearance === undefined ? {} : {rights: {category: 'staff', clearance}}),
})
const article = (until?: unknown): Fields => ({
  _type: 'article',
  headline: 'Ferry late',
  ...(until === undefined ? {} : {embargo: {until}}),
})
const [SOON, LATER] = ['2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z']

/** The paths that the rule refuses to somebody with these roles. */
function refused(roles: string[], previous: Fields | null, result: Fields | null): string[] {
  const withId = (fields: Fields | null) =>
    fields && ({_id: 'drafts.a', ...fields} as {_id: string; _type: string})
  const {reasons = []} = holdFieldOwnership({
    changes: [{id: 'drafts.a', previous: withId(previous), result: withId(result)}],
    read: () => null,
    referrers: () => [],
    now: '2026-11-28T00:00:00Z',
    transactionId: 't',
    actor: {id: 'u1', name: 'Jane Doe', kind: 'user', roles},
  })
  return reasons.map(({path}) => String(path))
}

describe('the clearance of a photo', () => {
  it('is the photo desk’s and the editors’', () => {
    const change = [photo('unchecked'), photo('cleared')] as const
    expect(refused(['journalist'], ...change)).toEqual(['rights.clearance'])
    expect(refused(['journalist', 'administrator'], ...change)).toEqual(['rights.clearance'])
    expect(refused(['photoEditor'], ...change)).toEqual([])
    expect(refused(['editor'], ...change)).toEqual([])
    expect(refused(['journalist', 'editor'], ...change)).toEqual([])
  })

  it.each([
    ['given to a new photo', null, photo('cleared')],
    ['taken back', photo('denied'), photo('unchecked')],
    ['taken away', photo('denied'), photo()],
    ['taken away with all rights', photo('denied'), {_type: 'photoWithCredit', rights: null}],
    ['slipped in as a list', photo(), photo(['cleared'])],
  ])('is not %s by a journalist', (_how, previous, result) => {
    expect(refused(['journalist'], previous, result)).toEqual(['rights.clearance'])
  })

  it.each([
    ['a new photo without rights', null, photo()],
    ['a new photo as the form begins it', null, photo('unchecked')],
    ['rights that begin', photo(), photo('unchecked')],
    ['everything else', photo('cleared'), {...photo('cleared'), caption: 'Two ferries'}],
    ['the end of a draft', photo('cleared'), null],
  ])('leaves a journalist %s', (_what, previous, result) => {
    expect(refused(['journalist'], previous, result)).toEqual([])
  })
})

describe('an embargo', () => {
  it.each([
    ['set', article(), article(SOON)],
    ['moved', article(SOON), article(LATER)],
    ['lifted', article(SOON), article()],
    ['emptied', article(SOON), {...article(), embargo: {}}],
  ])('is %s only by editors', (_how, previous, result) => {
    expect(refused(['editor'], previous, result)).toEqual([])
    for (const role of ['journalist', 'photoEditor', 'administrator']) {
      expect(refused([role], previous, result)).toEqual(['embargo.until'])
    }
  })

  it('lets everything else be edited', () => {
    const edited = {...article(SOON), headline: 'Ferry later'}
    expect(refused(['journalist'], article(SOON), edited)).toEqual([])
  })
})
