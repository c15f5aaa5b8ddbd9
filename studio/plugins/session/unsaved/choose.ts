// A person's answer where their words and a colleague's collide.
import type {Collision} from './merge.ts'
import type {Content} from './unsaved-store.ts'

export type Choice = 'theirs' | 'mine' | 'both'

type Path = Collision['path']

/** Both are possible for texts. */
export const mayHaveBoth = ({mine, theirs}: Collision): boolean =>
  typeof mine === 'string' && typeof theirs === 'string'

/**
 * @param document merged, with theirs at the collision
 * @param mine the person's own version as a whole
 */
export function choose(
  document: Content,
  mine: Content,
  collision: Collision,
  choice: Choice,
): Content {
  if (choice === 'theirs') return document
  const value = choice === 'both' ? [collision.theirs, collision.mine].join(' ') : collision.mine
  return put(document, mine, collision.path, value) as Content
}

/** `target` with `value` at the path. A new member follows what it follows in `model`. */
function put(target: unknown, model: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (typeof step === 'string') {
    const fields = {...(target as Content)}
    const next = put(fields[step], (model as Content | undefined)?.[step], rest, value)
    if (next === undefined) delete fields[step]
    else fields[step] = next
    return fields
  }
  const members = (target ?? []) as Member[]
  const others = (model ?? []) as Member[]
  const at = members.findIndex(isNamed(step))
  const next = put(members[at], others.find(isNamed(step)), rest, value) as Member | undefined
  if (at >= 0) return members.toSpliced(at, 1, ...(next ? [next] : []))
  const before = others.slice(0, others.findIndex(isNamed(step))).toReversed()
  const neighbour = before.find((other) => members.some(isNamed(other)))
  const place = neighbour ? members.findIndex(isNamed(neighbour)) + 1 : 0
  return next ? members.toSpliced(place, 0, next) : members
}

interface Member {
  _key: string
}

const isNamed =
  ({_key}: Member) =>
  (member: Member): boolean =>
    member._key === _key

/** The words in a value, for a person to read. */
export function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null)
    return value === undefined ? '' : JSON.stringify(value)
  if (Array.isArray(value)) return value.map(wordsIn).filter(Boolean).join('\n')
  const {children, _type, _key, _ref, ...fields} = value as Content
  if (Array.isArray(children)) return children.map(wordsIn).join('')
  return wordsIn(Object.values(fields).filter((field) => typeof field !== 'boolean'))
}
