// Which datasets there are, and which of them are private.
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

  const toListed = ({
    name,
    createdAt,
    createdBy,
    description,
    ...dataset
  }: Dataset): ListedDataset => {
    const addon = addons.find((one) => one.name === name) ?? null
    // An earlier start may have opened the lake with this one, as a dataset of comments for instance.
    const unset = opened.includes(name) ? 'public' : 'private'
    const aclMode: AclMode = addon ? 'private' : (dataset.aclMode ?? unset)
    return {name, createdAt, createdBy, description, addon, aclMode}
  }
  const get = (name: string): ListedDataset | null => {
    const dataset = table.get(name)
    return dataset && toListed(dataset)
  }
  const isContent = (name: string): boolean => get(name)?.addon === null

  return {
    has: table.has,
    isContent,
    content() {
      const names = table.list().map(({name}) => name)
      const created = names.filter((name) => !opened.includes(name))
      return [...opened, ...created].filter(isContent)
    },
    isPrivate(name) {
      const dataset = get(name)
      return !dataset?.addon && dataset?.aclMode !== 'public'
    },
    all: () => table.list().map(toListed),
    get,
  }
}
