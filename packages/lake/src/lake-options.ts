// What a lake is opened with.
import type {Logger} from 'pino'
import type {Access} from './access/access.ts'
import type {SsoSettings} from './access/sso.ts'
import type {FindCredit} from './assets/credits.ts'
import type {Metric} from './http/metrics.ts'
import type {ProductOptions} from './product.ts'
import type {QueryEngineOptions} from './query/engine.ts'
import type {OpenOptions} from './store/database.ts'
import type {ActionSchedule, Addon, Clock, CustomAction, Shares, Role, Rule} from './types.ts'

/** What a query may take, and who is told of it; the defaults are those of the query engine. */
export interface QueryOptions extends Pick<
  QueryEngineOptions,
  'budgetMs' | 'maxRows' | 'maxResultBytes' | 'memoryMb' | 'threads' | 'onLoading' | 'onTexts'
> {
  /** Queries that take so many milliseconds are logged; by default 200. */
  slowMs?: number
}

export interface LakeOptions {
  /** Holds `lake.sqlite` and `assets/`; made where it is missing. */
  dataFolder: string
  projectId: string
  /** Datasets that hold content; the first is the main one. */
  datasets: readonly string[]
  roles: readonly Role[]
  /** Datasets beside those, for what is said about content. */
  addons?: readonly Addon[]
  /** Those that a person may have, and not only a program; by default each. */
  staffRoles?: readonly string[]
  /** Editorial rules, asked in the commit. */
  rules?: readonly Rule[]
  /** What people may do besides editing, with `POST /acts/:dataset`. */
  customActions?: {
    /** By name. Each makes one transaction. */
    actions: (services: {access: Access}) => Readonly<Record<string, CustomAction>>
    /** Those that documents schedule. */
    schedule?: ActionSchedule
    /** What `GET /acts/:dataset` answers. */
    policy?: Readonly<Record<string, unknown>>
  }
  /** Documents that open others to people without an account, who have a share token. */
  shares?: Shares
  /** Whose a picture is, by its asset: written into the pictures that readers get. */
  renditionCredit?: FindCredit
  /** The browser's address of this server, e.g. `http://127.0.0.1:3333`: assets' `url` begins so. */
  origin: string
  /** More host names that are this server (HOST, a proxy's name); loopback always is. */
  hostNames?: readonly string[]
  /** True where the server listens beyond loopback. */
  onNetwork?: boolean
  /** PUBLIC_URL's origin, where people come through another address than HOST and PORT. */
  publicOrigin?: string
  signIn?: {
    /** A provider of identities, for people who have an account here. */
    sso?: SsoSettings | undefined
    /** `off`: people sign in by the provider only. */
    passwords?: 'on' | 'off' | undefined
  }
  metrics?: {
    /** Bearer token for `/metrics`. Without it, only requests from this machine are allowed. */
    token?: string | undefined
    /** Numbers of the product, beside those of the lake. */
    more?: () => readonly Metric[]
  }
  /** Edits of drafts that are older than so many days are merged; by default none is. */
  historyDays?: number
  /** The names and hints of the product around the lake; without it, neutral ones. */
  product?: ProductOptions
  /**
   * Webhooks that receive drafts have the grants of `role`; others see what anonymous readers see.
   * `allowPrivate`: they may send to addresses of this machine and its network.
   */
  webhooks?: {role: string; allowPrivate?: boolean}
  queries?: QueryOptions
  clock?: Clock
  logger?: Logger
  /** Called while a database of an older version is updated. */
  onUpdate?: OpenOptions['onUpdate']
}
