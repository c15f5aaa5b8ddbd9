// Writes documents of an import: creates what is missing, updates what nobody has edited, leaves what somebody has edited
// or removed. Each transaction's ID begins with the site's prefix, so a document's `_rev` says who wrote it last.
import {randomUUID} from 'node:crypto'
import type {SanityClient} from '@sanity/client'
import {draftIdOf, publishedIdOf} from '../../../model/ids.ts'
import {isPieceType} from '../../../model/registry.ts'
import {isSameContent} from '../../../workflow/canonical-json.ts'
import type {Content} from '../../../workflow/intake/wordpress.ts'
import type {ImportReport} from './report.ts'

export interface Wanted {
  content: Content
  isPublic: boolean
  /** ID of the uploaded picture. `isThere`: the document has one. */
  picture?: (isThere: boolean) => Promise<string | null>
}

/** How a document is now. */
export type State = 'published' | 'draft' | 'gone'

interface Options {
  client: SanityClient
  /** Begins the IDs of transactions. */
  prefix: string
  /** Those of these documents that existed once. */
  everExisted: (ids: readonly string[]) => Promise<Set<string>>
  report: ImportReport
}

type Stored = Content & {_rev: string}
type Mutation = {createOrReplace: Content} | {delete: {id: string}}

interface Decision {
  state: State
  outcome: 'created' | 'updated' | 'unchanged' | 'edited' | 'removed' | 'hidden'
  mutations: Mutation[]
}

/** Writes documents of one site. */
export class DocumentWriter {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Writes all of them in one transaction, and answers their states by ID. */
  async write(wanted: readonly Wanted[]): Promise<Map<string, State>> {
    const ids = wanted.map(({content}) => content._id)
    const stored = await this.#stored(ids)
    const missing = ids.filter((id) => !stored.has(id) && !stored.has(draftIdOf(id)))
    const removed = await this.#options.everExisted(missing)
    const decisions = new Map<string, Decision>()
    for (const one of wanted) {
      const {_id} = one.content
      const before = {
        published: stored.get(_id),
        draft: stored.get(draftIdOf(_id)),
        isOurs: this.#isOurs,
      }
      decisions.set(_id, removed.has(_id) ? LEFT_OUT : await decide(one, before))
    }
    return await this.#commit(decisions)
  }

  /** Publishes drafts as they are, if only the import has written them. */
  async publish(ids: readonly string[]): Promise<Map<string, State>> {
    const stored = await this.#stored(ids)
    const decisions = new Map<string, Decision>()
    for (const id of ids) {
      const draft = stored.get(draftIdOf(id))
      if (stored.has(id) || !draft) continue
      decisions.set(
        id,
        this.#isOurs(draft)
          ? {state: 'published', outcome: 'updated', mutations: published(withoutStore(draft))}
          : {state: 'draft', outcome: 'edited', mutations: []},
      )
    }
    return await this.#commit(decisions)
  }

  #isOurs = ({_rev}: Stored): boolean => _rev.startsWith(this.#options.prefix)

  async #stored(ids: readonly string[]): Promise<Map<string, Stored>> {
    if (ids.length === 0) return new Map()
    const all = ids.flatMap((id) => [id, draftIdOf(id)])
    const found = await this.#options.client.fetch<Stored[]>(
      '*[_id in $all]',
      {all},
      {perspective: 'raw'},
    )
    return new Map(found.map((document) => [document._id, document]))
  }

  async #commit(decisions: ReadonlyMap<string, Decision>): Promise<Map<string, State>> {
    const {report} = this.#options
    const states = new Map<string, State>()
    const all = [...decisions.values()].flatMap(({mutations}) => mutations)
    const isWritten = (await this.#refusalOf(all)) === null
    for (const [id, {state, outcome, mutations}] of decisions) {
      // One document that the lake refuses must not hold up the others.
      const reason = isWritten ? null : await this.#refusalOf(mutations)
      if (reason === null) report.note(outcome, outcome === 'unchanged' ? undefined : id)
      else report.note('refused', `${id}: ${reason}`)
      states.set(id, reason === null || outcome !== 'created' ? state : 'gone')
    }
    return states
  }

  /** Null where the lake took them. Any other failure, such as a lost connection, ends the import. */
  async #refusalOf(mutations: readonly Mutation[]): Promise<string | null> {
    if (mutations.length === 0) return null
    const {client, prefix} = this.#options
    try {
      await client.mutate([...mutations], {
        transactionId: `${prefix}${randomUUID()}`,
        returnDocuments: false,
        autoGenerateArrayKeys: false,
      })
      return null
    } catch (error) {
      const {statusCode} = Object(error) as {statusCode?: unknown}
      const isRefused = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500
      if (!isRefused || !(error instanceof Error)) throw error
      return error.message
    }
  }
}

const LEFT_OUT: Decision = {state: 'gone', outcome: 'removed', mutations: []}

interface Before {
  published: Stored | undefined
  draft: Stored | undefined
  isOurs: (document: Stored) => boolean
}

async function decide(
  {content, isPublic, picture}: Wanted,
  {published: live, draft, isOurs}: Before,
): Promise<Decision> {
  const state: State = live ? 'published' : draft || !isPublic ? 'draft' : 'published'
  if ([live, draft].some((one) => one && !isOurs(one)))
    return {state, outcome: 'edited', mutations: []}
  const before = live ?? draft
  // WordPress does not take down what readers see here: a person does.
  if (live && !isPublic && isPieceType(content._type))
    return {state, outcome: 'hidden', mutations: []}
  const wanted = picture ? await withPicture(content, before, picture) : content
  if (!before) {
    const mutations = isPublic
      ? [{createOrReplace: wanted}]
      : [{createOrReplace: {...wanted, _id: draftIdOf(wanted._id)}}]
    return {state, outcome: 'created', mutations}
  }
  if (!live && isPublic)
    return {state: 'published', outcome: 'updated', mutations: published(wanted)}
  if (isSame(before, wanted)) return {state, outcome: 'unchanged', mutations: []}
  return {
    state,
    outcome: 'updated',
    mutations: [{createOrReplace: {...wanted, _id: before._id}}],
  }
}

/** In place of its draft. */
const published = (content: Content): Mutation[] => [
  {createOrReplace: {...content, _id: publishedIdOf(content._id)}},
  {delete: {id: draftIdOf(content._id)}},
]

/** A picture that was there stays, where the source has none now. */
async function withPicture(
  content: Content,
  before: Stored | undefined,
  picture: NonNullable<Wanted['picture']>,
): Promise<Content> {
  const asset = await picture(before?.['image'] !== undefined)
  const image = asset
    ? {_type: 'image', asset: {_type: 'reference', _ref: asset}}
    : before?.['image']
  return image ? {...content, image} : content
}

const isSame = (before: Stored, wanted: Content): boolean =>
  isSameContent(before, wanted) &&
  (wanted['firstPublishedAt'] ?? null) === (before['firstPublishedAt'] ?? null)

const STORE = new Set(['_rev', '_createdAt', '_updatedAt', '_system'])
const withoutStore = (document: Stored): Content => ({
  ...Object.fromEntries(Object.entries(document).filter(([field]) => !STORE.has(field))),
  _id: document._id,
  _type: document._type,
})
