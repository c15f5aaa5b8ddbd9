// The route table on one screen: one line for each group of routes, in the order in which they are tried.
import type {Hono} from 'hono'
import type {LakeEnv} from './context.ts'
import type {RouteServices} from './route-services.ts'
import {actionsRoutes} from './routes/actions.ts'
import {customActionsRoutes} from './routes/custom-actions.ts'
import {assetsRoutes} from './routes/assets.ts'
import {authRoutes} from './routes/auth.ts'
import {datasetsRoutes} from './routes/datasets.ts'
import {documentsRoutes} from './routes/documents.ts'
import {unsupportedRoutes} from './routes/unsupported.ts'
import {exportRoutes} from './routes/export.ts'
import {filesRoutes} from './routes/files.ts'
import {historyRoutes} from './routes/history.ts'
import {listenRoutes} from './routes/listen.ts'
import {liveRoutes} from './routes/live.ts'
import {loginRoutes} from './routes/login.ts'
import {metricsRoutes} from './routes/metrics.ts'
import {mutateRoutes} from './routes/mutate.ts'
import {shareTokensRoutes} from './routes/share-tokens.ts'
import {peopleRoutes} from './routes/people.ts'
import {platformRoutes} from './routes/platform.ts'
import {projectsRoutes} from './routes/projects.ts'
import {queryRoutes} from './routes/query.ts'
import {referencesRoutes} from './routes/references.ts'
import {releasesRoutes} from './routes/releases.ts'
import {usersRoutes} from './routes/users.ts'
import {webhooksRoutes} from './routes/webhooks.ts'

export interface RouteTable {
  /** Below `/v…`. */
  api: Hono<LakeEnv>[]
  /** `/images/…` and `/files/…`: public, but the original's bytes ask who comes. */
  files: Hono<LakeEnv>
  /** `/login`, `/sign-in/…` */
  signIn: Hono<LakeEnv>
  /** `/metrics` */
  metrics?: Hono<LakeEnv>
}

export function routeTable(lake: RouteServices): RouteTable {
  return {
    api: [
      queryRoutes(lake), //         /data/query
      documentsRoutes(lake), //     /data/doc
      mutateRoutes(lake), //        /data/mutate
      customActionsRoutes(lake), // /acts
      actionsRoutes(lake), //       /data/actions
      listenRoutes(lake), //        /data/listen
      liveRoutes(lake), //          /data/live/events
      referencesRoutes(lake), //    /data/references
      exportRoutes(lake), //        /data/export
      historyRoutes(lake), //       /data/history
      assetsRoutes(lake), //        /assets
      authRoutes(lake), //          /auth
      shareTokensRoutes(lake), //   /passes
      usersRoutes(lake), //         /users
      peopleRoutes(lake), //        /people
      projectsRoutes(lake), //      /projects, /datasets
      datasetsRoutes(lake), //      /datasets/:dataset
      unsupportedRoutes(lake), //     what Sanity's platform offers and a lake does not
      releasesRoutes(lake), //      /subscriptions, /projects/…/new-content-release-allowed
      webhooksRoutes(lake), //      /hooks
      platformRoutes(lake), //      /ping, /features, /check/cors
    ],
    files: filesRoutes(lake),
    signIn: loginRoutes(lake),
    metrics: metricsRoutes(lake),
  }
}
