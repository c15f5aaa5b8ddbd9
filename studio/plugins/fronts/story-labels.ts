// What the tool says of stories and containers.
import {FILLS, LAYOUTS} from '../../../model/fronts.ts'
import {
  isRuleOf,
  type FrontContainer,
  type FrontDocument,
  type FrontFill,
} from './front-document.ts'
import type {ContainerFields, SlotFields} from './front-edits.ts'

/** “Top”, or by its place where it has no heading. */
export const containerName = (front: FrontDocument, key: string): string => {
  const index = front.containers?.findIndex(({_key}) => _key === key) ?? -1
  const container = front.containers?.[index]
  return container?.title?.trim() || `container ${index + 1} (${layoutName(container)})`
}

const layoutName = (container: FrontContainer | undefined): string =>
  container ? (LAYOUTS[container.layout]?.title ?? 'Three') : 'none'

export const quoted = (headline: string | null | undefined): string =>
  headline?.trim() ? `“${headline.trim()}”` : 'The story'

/** `1 story`, `5 stories` */
export const storyCount = (count: number): string => `${count} ${count === 1 ? 'story' : 'stories'}`

/**
 * `The newest of Politics`
 *
 * @param names what sections, topics and series are called, by their ids
 */
export function fillName(fill: FrontFill | undefined, names: ReadonlyMap<string, string>): string {
  const from = fill?.from ?? 'nothing'
  if (!isRuleOf(from)) return FILLS[from] ?? FILLS.nothing
  const of = names.get(fill?.[from]?._ref ?? '')
  if (of === undefined) return FILLS[from]
  return from === 'topic' ? `The newest on ${of}` : `The newest of ${of}`
}

/**
 * What was changed about a container, to be read aloud.
 *
 * @param of what the section, topic or series is called that fills it up now
 */
export function settingSaid(name: string, set: ContainerFields, of?: string): string {
  if ('layout' in set) return `${name} has the layout ${layoutOf(set.layout)} now.`
  if ('count' in set) return `${name} shows ${storyCount(set.count ?? 0)} now.`
  if ('fill' in set) {
    const {fill} = set
    if (!fill || fill.from === 'nothing') return `${name} has only what is placed by hand now.`
    const ref = isRuleOf(fill.from) ? fill[fill.from]?._ref : undefined
    const names = new Map(ref !== undefined && of !== undefined ? [[ref, of]] : [])
    const by = fillName(fill, names)
    return `${name} is filled up by ${by.slice(0, 1).toLowerCase()}${by.slice(1)} now.`
  }
  return set.title ? `${name} is called “${set.title}” now.` : `${name} has no heading now.`
}

const layoutOf = (layout: ContainerFields['layout']): string =>
  LAYOUTS[layout ?? 'three']?.title ?? LAYOUTS.three.title

/** What a story has got for this front, to be read aloud. */
export function wordingSaid(headline: string | null | undefined, set: SlotFields): string {
  const {picture: _picture, until: _until, ...words} = set
  const parts = [
    ...(Object.keys(words).length > 0 ? ['words'] : []),
    ...('picture' in set ? ['picture'] : []),
    ...('until' in set ? ['end'] : []),
  ]
  return `${quoted(headline)} has its ${parts.join(' and ')} for this front.`
}
