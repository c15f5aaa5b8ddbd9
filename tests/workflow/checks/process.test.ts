// In which role and from which state an editorial action can be performed.
import {describe, expect, it} from 'vitest'
import {EDITORIAL_ACTIONS, type EditorialAction} from '../../../model/editorial-actions.ts'
import {STAFF_ROLES} from '../../../model/roles.ts'
import {check} from '../../../workflow/check.ts'
import {runEditorialAction} from '../../../workflow/perform/run.ts'
import {documentsWith, later, NOW, pieceWith} from '../pieces.ts'

const ACTIONS = Object.entries(EDITORIAL_ACTIONS).filter(([act]) => act !== 'amend') as [
  EditorialAction,
  (typeof EDITORIAL_ACTIONS)[EditorialAction],
][]
const request = {note: 'x', publishAt: later(1)}
const codesOf = (reasons: {code: string}[]) => reasons.map(({code}) => code)

describe.each(ACTIONS)('The action %s', (act, {roles}) => {
  it.each(STAFF_ROLES)('is refused as a %s, unless it is theirs', (role) => {
    const actor = {id: 'somebody', kind: 'user', roles: [role]}
    const codes = codesOf(check({...pieceWith(), act, request}, actor, NOW))
    expect(codes.includes('roleMissing')).toBe(!roles.includes(role))
  })
})

it.each(['developer', 'importer', 'reader'])(
  'A %s gets no reason with facts about the piece',
  (role) => {
    const documents = documentsWith({review: {stage: 'killed'}})
    const read = (id: string) => documents[id] ?? null
    for (const act of Object.keys(EDITORIAL_ACTIONS) as EditorialAction[]) {
      const performed = runEditorialAction(
        {act, articleId: act === 'amend' ? 'photo' : 'a', ifContentHash: 'another', ...request},
        {
          actor: {id: 'somebody', name: 'Somebody', kind: 'token', roles: [role]},
          now: NOW,
          transactionId: 't',
          people: [],
          policy: {fourEyes: 'enforced'},
          isDue: false,
          read,
          referrers: () => [],
          commentsOn: () => [],
        },
      )
      expect('reasons' in performed && codesOf(performed.reasons)).toEqual(['roleMissing'])
    }
  },
)
