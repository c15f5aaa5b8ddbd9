// The names and sentences of the product that runs the lake. The lake's own code does not contain
// them.
import type {LakeDocument} from './types.ts'

export interface Product {
  /**
   * The program's name, in the user agent of webhooks and in errors that a newer version is needed.
   */
  name: string
  /** Cookies, metrics and sign-in providers begin with it: `lake_session`. */
  prefix: string
  /** What people sign in to, in one word: "Ask an administrator of your project". */
  place: string
  /** Where people go after signing in by default: a path or an address. */
  home: string
  /** A line below the title of the sign-in pages. */
  tagline?: string
  /**
   * The title of the sign-in pages and of the project. It is read each time, because it may come
   * from documents.
   */
  title(read: (id: string) => LakeDocument | null): string
  hints: {
    /** How an administrator allows an origin to send requests with a cookie. */
    allowOrigin(origin: string): string
    /** How webhooks may reach private addresses. */
    allowPrivateWebhooks: string
    /** How the server gets a further host name. */
    hostName: string
    /** How metrics may be read from other machines. */
    metricsToken: string
    /** How query threads get more memory. */
    queryMemory: string
    /** How addresses count as confirmed if the identity provider does not say whether they are. */
    trustEmail: string
    /** How documents are scheduled, because Sanity's scheduling API does not exist here. */
    schedule: string
  }
}

/** All members are optional. Without them the lake has neutral names. */
export type ProductOptions = Partial<Omit<Product, 'hints'>> & {hints?: Partial<Product['hints']>}

/** The names of a lake without a product. */
export const LAKE_PRODUCT: Product = {
  name: 'Content Lake',
  prefix: 'lake',
  place: 'project',
  home: '/login',
  title: () => 'Content Lake',
  hints: {
    allowOrigin: (origin) =>
      `An administrator of this Content Lake can list it: cors.add('${origin}', {credentials: true}).`,
    allowPrivateWebhooks: 'The option webhooks.allowPrivate admits those.',
    hostName: 'Add it to the option hostNames.',
    metricsToken: 'The option metrics.token sets it.',
    queryMemory: 'The option queries.memoryMb gives it more.',
    trustEmail: 'the option sso.trustEmail lets you in',
    schedule: 'Several documents are scheduled together as a release.',
  },
}

/** Fills in the neutral names. The title is the name by default. */
export function productOf({hints, ...names}: ProductOptions = {}): Product {
  const {name = LAKE_PRODUCT.name} = names
  return {...LAKE_PRODUCT, title: () => name, ...names, hints: {...LAKE_PRODUCT.hints, ...hints}}
}
