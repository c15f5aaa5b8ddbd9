// Accounts, roles and grants, for commands that work on a data folder.
export {createAccess, type Access} from '../access/access.ts'
export {createActorOf} from '../access/actor-of.ts'
export {forgetPerson} from '../access/forget-person.ts'
export type {Person} from '../access/people.ts'
export type {User} from '../access/users.ts'
export {createGrantsOf} from '../dataset-grants.ts'
export {ANONYMOUS_ACTOR, createGrants, SYSTEM_ACTOR, type Condition} from '../grants.ts'
