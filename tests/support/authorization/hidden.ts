// What is hidden from whom in the world of the table, and how all of it changes at once.
import {COMMENTS} from '../comments.ts'
import {KINDS, type Kind, type RoleColumn} from './table.ts'
import {DATASET, type World} from './world.ts'

/** Who sees no more than readers, whatever they bring along. */
export const STRANGERS = ['anonymous', 'guest', 'reader token'] as const
/** Of the staff one role does not read everything. */
export const KEPT_OUT: readonly RoleColumn[] = [...STRANGERS, 'developer']

const CONFIDENTIAL: readonly Kind[] = ['private', 'record']

/** What a link opens is not hidden from the holder of its share token. */
export function hiddenFrom(who: RoleColumn): readonly Kind[] {
  if (who === 'developer') return CONFIDENTIAL
  return KINDS.filter((kind) => kind !== 'published' && kind !== 'draft of the shared preview')
}

/**
 * What something published refers to is open with it: such a reference would open the photo and the
 * picture.
 */
const OPENED_BY_REFERENCE: readonly Kind[] = ['used only under embargo', 'unused asset document']

/** Something that everybody reads refers to what is hidden from `who`, as a careless writer could. */
export async function referToHidden(world: World, who: RoleColumn): Promise<void> {
  const kinds = hiddenFrom(who).filter((kind) => !OPENED_BY_REFERENCE.includes(kind))
  const hides = kinds.map((kind) => ({
    _key: kind.replaceAll(' ', '-'),
    _type: 'reference',
    _ref: world.subjects[kind].id,
    _weak: true,
  }))
  await world.put([{patch: {id: 'subject', set: {hides}}}])
}

/** All at once: a photo becomes public when the article that held it back is gone. */
export async function changeHidden(
  world: World,
  who: RoleColumn,
  mutation: (id: string) => object,
): Promise<void> {
  world.lake.setTime(world.lake.now() + 60_000)
  for (const dataset of [DATASET, COMMENTS]) {
    const subjects = hiddenFrom(who).map((kind) => world.subjects[kind])
    const here = subjects.filter((subject) => subject.dataset === dataset)
    if (here.length === 0) continue
    await world.put(
      here.map(({id}) => mutation(id)),
      dataset,
    )
  }
}

/** First they say something else, then they are gone. */
export const HIDDEN_CHANGES: readonly ((id: string) => object)[] = [
  (id) => ({patch: {id, set: {headline: 'Zebra sees Only', secret: 99}}}),
  (id) => ({delete: {id}}),
]
