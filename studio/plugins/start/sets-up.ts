import {hasRole, type RoleHolder} from '../../data/roles.ts'
import {workspaceMode} from '../../data/workspace-mode.ts'

/** Whether the person sets up the newsroom: an administrator, on the embedded lake. */
export const setsUp = (person: RoleHolder | null | undefined): boolean =>
  workspaceMode().embedded && hasRole(person, 'administrator')
