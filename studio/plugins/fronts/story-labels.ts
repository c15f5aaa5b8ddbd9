// What the tool says of stories and containers.
import {LAYOUTS} from '../../../model/fronts.ts'
import type {FrontContainer, FrontDocument} from './front-document.ts'

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
