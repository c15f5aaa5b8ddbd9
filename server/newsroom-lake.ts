// The lake with the newsroom's roles and rules: what `npm start` and the commands open.
import {createLake, type Lake, type LakeOptions} from '@copydesk/lake'
import type {Policy} from '../workflow/checks/four-eyes.ts'
import {COMMENT_ROLES} from '../model/comment-roles.ts'
import {ROLES, STAFF_ROLES} from '../model/roles.ts'
import {
  NEWSROOM_SHARES,
  NEWSROOM_SCHEDULES,
  NEWSROOM_RULES,
  newsroomActions,
} from './newsroom-actions.ts'
import {PRODUCT} from './product.ts'
import {documentsOfNewcomer} from './newcomer.ts'
import {creditOfAsset} from './rendition-credit.ts'
import {writable} from './writable.ts'

export const PROJECT_ID = 'copydesk'
export const DATASET = 'production'
/** Comments and tasks, beside the content. */
export const COMMENTS_DATASET = `${DATASET}-comments`

export interface NewsroomLakeOptions extends Omit<
  LakeOptions,
  | 'projectId'
  | 'datasets'
  | 'roles'
  | 'addons'
  | 'staffRoles'
  | 'rules'
  | 'customActions'
  | 'newcomerDocuments'
  | 'shares'
  | 'webhooks'
  | 'renditionCredit'
  | 'product'
> {
  /** `allow`: webhooks may reach addresses of this machine and its network. */
  webhooksPrivate?: 'allow'
  /** `recorded`: a newsroom of two approves its own, each time with a reason in the ledger. */
  fourEyes?: Policy['fourEyes']
}

/**
 * Opens the data folder.
 *
 * @throws OperatorError where it cannot be written
 */
export function createNewsroomLake(options: NewsroomLakeOptions): Lake {
  const policy: Policy = {fourEyes: options.fourEyes ?? 'enforced'}
  return createLake({
    ...options,
    dataFolder: writable(options.dataFolder),
    projectId: PROJECT_ID,
    datasets: [DATASET],
    roles: ROLES,
    addons: [
      {name: COMMENTS_DATASET, addonFor: DATASET, profile: 'comments', roles: COMMENT_ROLES},
    ],
    staffRoles: STAFF_ROLES,
    rules: NEWSROOM_RULES,
    customActions: {
      actions: ({access}) =>
        newsroomActions(
          () =>
            access.users
              .list()
              .filter(({disabled}) => !disabled)
              .map(({id, roles}) => ({id, roles})),
          policy,
        ),
      schedules: NEWSROOM_SCHEDULES,
      policy: {...policy},
    },
    newcomerDocuments: documentsOfNewcomer,
    shares: NEWSROOM_SHARES,
    // A hook of drafts reads all content but what is confidential.
    webhooks: {role: 'developer', allowPrivate: options.webhooksPrivate === 'allow'},
    renditionCredit: creditOfAsset,
    product: PRODUCT,
  })
}
