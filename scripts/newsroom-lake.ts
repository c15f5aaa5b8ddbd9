// The lake with the newsroom's roles and rules: what `npm start` and the commands open.
import type {Logger} from 'pino'
import {createLake, type Lake} from '../lake/index.ts'
import type {Clock} from '../lake/types.ts'
import {holdFieldOwnership} from '../workflow/field-ownership.ts'
import {keepPublishedFields} from '../workflow/published-fields.ts'
import {ROLES, STAFF_ROLES} from '../workflow/roles.ts'
import {writable} from './writable.ts'

export const PROJECT_ID = 'copydesk'
export const DATASET = 'production'

export interface NewsroomLakeOptions {
  dataFolder: string
  /** The browser's address of the server: written into the addresses of pictures. */
  origin: string
  hostNames?: readonly string[]
  onNetwork?: boolean
  publicOrigin?: string
  pages?: (request: Request) => Response | Promise<Response>
  clock?: Clock
  logger?: Logger
}

/**
 * Opens the data folder.
 *
 * @throws OperatorError where it cannot be written
 */
export function createNewsroomLake(options: NewsroomLakeOptions): Lake {
  return createLake({
    ...options,
    dataFolder: writable(options.dataFolder),
    projectId: PROJECT_ID,
    datasets: [DATASET],
    roles: ROLES,
    staffRoles: STAFF_ROLES,
    rules: [holdFieldOwnership, keepPublishedFields],
    newsroomName(read) {
      const name = read('siteSettings')?.['name']
      return typeof name === 'string' ? name : 'Copydesk'
    },
  })
}
