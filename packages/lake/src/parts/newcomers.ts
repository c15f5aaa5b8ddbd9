// Adds people, each with the documents that the product gives a new account, in one transaction.
import {createActorOf} from '../access/actor-of.ts'
import type {Invitation, Newcomer, Person} from '../access/people.ts'
import {SYSTEM_ACTOR} from '../grants.ts'
import type {Manager} from '../types.ts'
import type {AccessPart} from './access.ts'
import type {Base} from './base.ts'
import type {Storage} from './storage.ts'
import type {Writing} from './writing.ts'

/** @param request what else the inviter sent, for the product */
type Add<Added> = (
  newcomer: Newcomer,
  by: Manager,
  request?: Readonly<Record<string, unknown>>,
) => Promise<Added>

/** As those of `People`, with documents. They throw what the product and the commit throw, too. */
export interface Newcomers {
  add: Add<Person>
  invite: Add<Invitation>
}

export function createNewcomers(
  {options, mainDataset}: Base,
  {access, commit, documents}: Storage & AccessPart & Writing,
): Newcomers {
  const {newcomerDocuments} = options
  const {people, users, tokens} = access
  if (!newcomerDocuments) return people
  const actorOf = createActorOf(users, tokens)
  const addWith = async <Added>(
    add: () => Added,
    personOf: (added: Added) => Person,
    {by, request}: {by: Manager; request: Readonly<Record<string, unknown>>},
  ): Promise<Added> => {
    const done: Added[] = []
    await commit({
      dataset: mainDataset,
      actor: ('account' in by ? actorOf(by.account) : null) ?? SYSTEM_ACTOR,
      // The account's role does not decide about these documents.
      act: 'newcomer',
      steps: [
        (_, {transactionId}) => {
          const added = add()
          done.push(added)
          const {id, name, email, roles} = personOf(added)
          const ofType = (type: string) => documents.ofType(mainDataset, type)
          const person = {id, name, email, roles}
          return {mutations: newcomerDocuments({person, request, ofType, transactionId})}
        },
      ],
    })
    // If another process was writing, earlier attempts were undone.
    return done.at(-1) as Added
  }
  const {inTransaction} = people
  return {
    add: (newcomer, by, request = {}) =>
      addWith(
        () => inTransaction.add(newcomer, by),
        (person) => person,
        {by, request},
      ),
    invite: (newcomer, by, request = {}) =>
      addWith(
        () => inTransaction.invite(newcomer, by),
        ({person}) => person,
        {by, request},
      ),
  }
}
