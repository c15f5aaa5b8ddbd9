import {referrersOf} from '../gather.ts'
import type {PreviewEnvironment} from './types.ts'

/** Ids of what was remarked through a link. */
export function remarksThrough(
  linkId: string,
  {read, referrers}: Pick<PreviewEnvironment, 'read' | 'referrers'>,
): string[] {
  return referrersOf(linkId, referrers).filter((id) => read(id)?._type === 'previewRemark')
}
