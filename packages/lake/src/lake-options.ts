// The options of `createLake`.
import type {Logger} from 'pino'
import type {Access} from './access/access.ts'
import type {SsoSettings} from './access/sso.ts'
import type {FindCredit} from './assets/credits.ts'
import type {Metric} from './http/metrics.ts'
import type {ProductOptions} from './product.ts'
import type {QueryEngineOptions} from './query/engine.ts'
import type {ClusterSettings} from './cluster/open-node.ts'
import type {OpenOptions} from './store/database.ts'
import type {
  ActionSchedule,
  Addon,
  Clock,
  CustomAction,
  NewcomerDocuments,
  Role,
  Rule,
  Shares,
} from './types.ts'

/** Limits of a query, and reports about queries. The defaults are those of the query engine. */
export interface QueryOptions extends Pick<
  QueryEngineOptions,
  | 'budgetMs'
  | 'maxRows'
  | 'maxResultBytes'
  | 'memoryMb'
  | 'threads'
  | 'warm'
  | 'onLoading'
  | 'onTexts'
> {
  /** A query that takes this long is logged. Milliseconds, by default 200. */
  slowMs?: number
}

export interface LakeOptions {
  /** The folder with `lake.sqlite` and `assets/`. It is created if it is missing. */
  dataFolder: string
  projectId: string
  /** Datasets that hold content. The first is the main one. */
  datasets: readonly string[]
  roles: readonly Role[]
  /** Datasets for comments and tasks about content. */
  addons?: readonly Addon[]
  /** Roles that a person can have. By default all. Programs can have any role. */
  staffRoles?: readonly string[]
  /** Editorial rules, which each commit runs. */
  rules?: readonly Rule[]
  /** Actions besides editing, with `POST /acts/:dataset`. */
  customActions?: {
    /** By name. Each makes one transaction. */
    actions: (services: {access: Access}) => Readonly<Record<string, CustomAction>>
    /** Which documents schedule such actions, one line for each type. */
    schedules?: readonly ActionSchedule[]
    /** Response of `GET /acts/:dataset`. */
    policy?: Readonly<Record<string, unknown>>
  }
  /** Documents that are written together with a new account. */
  newcomerDocuments?: NewcomerDocuments
  /** Documents that open others to the holder of a share token, without an account. */
  shares?: Shares
  /** Finds the credit of an asset. It is written into the pictures for readers. */
  renditionCredit?: FindCredit
  /**
   * The address by which browsers reach this server, for example `http://127.0.0.1:3333`. The `url`
   * of assets begins with it.
   */
  origin: string
  /**
   * Further host names of this server, for example a proxy's. Loopback names are always included.
   */
  hostNames?: readonly string[]
  /** Whether the server listens beyond loopback. */
  onNetwork?: boolean
  /** The public origin, if people reach the server by another address than `origin`. */
  publicOrigin?: string
  signIn?: {
    /** An identity provider for people who have an account here. */
    sso?: SsoSettings | undefined
    /** `off`: people can sign in only through the provider. */
    passwords?: 'on' | 'off' | undefined
  }
  metrics?: {
    /** Bearer token for `/metrics`. Without it, only requests from this machine are allowed. */
    token?: string | undefined
    /** The product's own metrics, in addition to those of the lake. */
    more?: () => readonly Metric[]
  }
  /** Edits of drafts that are older than this many days are merged. By default none are. */
  historyDays?: number
  /** The product's names and hints. Without it, the lake has neutral ones. */
  product?: ProductOptions
  /**
   * Webhooks that receive drafts have the grants of `role`. Others see the same as anonymous
   * readers. `allowPrivate`: they may send to addresses of this machine and its network.
   */
  webhooks?: {role: string; allowPrivate?: boolean}
  queries?: QueryOptions
  /** Pictures and files are in this bucket: `s3://bucket/folder`. Without it, they are in the data folder. */
  files?: {url: string} | undefined
  /** The folder is a node of this cluster. */
  cluster?: ClusterSettings | undefined
  clock?: Clock
  logger?: Logger
  /** Called while a database of an older version is updated. */
  onUpdate?: OpenOptions['onUpdate']
}
