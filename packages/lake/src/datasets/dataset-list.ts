// Which datasets there are, and which of them are private. It is cached in memory: each request asks for it
// several times.
import type {Dataset, Datasets} from '../access/datasets.ts'
import type {AclMode, Addon} from '../types.ts'

export interface ListedDataset extends Omit<Dataset, 'aclMode' | 'since'> {
  aclMode: AclMode
  /** What it is beside content. */
  addon: Addon | null
}

export interface DatasetList {
  has(name: string): boolean
  /** False for a dataset beside content, such as that of the comments. */
  isContent(name: string): boolean
  /** Names of the datasets that hold content; the main one is first. */
  content(): string[]
  /** Whether people without an account or a token read nothing of this content. */
  isPrivate(name: string): boolean
  /** All of them, by name. */
  all(): ListedDataset[]
  get(name: string): ListedDataset | null
  /** To be called after a change of the table. */
  refresh(): void
}

interface Options {
  table: Datasets
  /** Names of those that the lake was opened with. */
  opened: readonly string[]
  addons: readonly Addon[]
}

/** Creates the datasets that the lake is opened with where they are missing. */
export function createDatasetList({table, opened, addons}: Options): DatasetList {
  for (const name of [...opened, ...addons.map((addon) => addon.name)]) table.ensure(name)
  let known: Map<string, ListedDataset> | undefined

  const toListed = ({name, createdAt, createdBy, description, ...dataset}: Dataset) => {
    const addon = addons.find((one) => one.name === name) ?? null
    // An earlier start may have opened the lake with this one, as a dataset of comments for instance.
    const unset = opened.includes(name) ? 'public' : 'private'
    const aclMode: AclMode = addon ? 'private' : (dataset.aclMode ?? unset)
    return {name, createdAt, createdBy, description, addon, aclMode}
  }
  const byName = (): Map<string, ListedDataset> =>
    (known ??= new Map(table.list().map((dataset) => [dataset.name, toListed(dataset)])))
  const find = (name: string): ListedDataset | null => {
    const found = byName().get(name)
    if (found) return found
    // Another process may have created it a moment ago. Changes and deletions come from the log.
    known = undefined
    return byName().get(name) ?? null
  }
  const isContent = (name: string): boolean => find(name)?.addon === null

  return {
    has: (name) => find(name) !== null,
    isContent,
    content() {
      const created = [...byName().keys()].filter((name) => !opened.includes(name))
      return [...opened, ...created].filter(isContent)
    },
    isPrivate(name) {
      const dataset = find(name)
      return !dataset?.addon && dataset?.aclMode !== 'public'
    },
    all: () => [...byName().values()],
    get: find,
    refresh: () => (known = undefined),
  }
}
