// Sanity's actions on a database in memory, for somebody who may do everything.
import {createActions} from '../../src/actions/run-actions.ts'
import type {Actor, Role} from '../../src/types.ts'
import {createCommitWorld} from '../commit-world.ts'
import {role} from '../role.ts'

export const dataset = 'production'
const NOW = Date.parse('2026-11-25T10:00:00.000Z')
const ALL: Role = role('all', [
  {filter: 'true', permissions: ['read', 'create', 'update', 'delete']},
])
export const actor: Actor = {id: 'u1', kind: 'user', roles: ['all'], name: 'One'}

export function openActions() {
  const world = createCommitWorld([ALL], () => NOW)
  return {...world, run: createActions({commit: world.commit})}
}
