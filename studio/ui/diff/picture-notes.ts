// Sentences about the change of a picture.
import {canonicalJson} from '../../../workflow/canonical-json.ts'
import {member} from './describe-value.ts'

export function pictureNotes(before: unknown, after: unknown): string[] {
  const [old, now] = [before, after].map((value) => assetOf(value))
  if (!old && !now) return []
  if (!old) return ['Picture added']
  if (!now) return ['Picture removed']
  // A new file always has a new crop.
  if (old !== now) return ['Picture replaced']
  return [
    ...(differs(before, after, 'crop') ? ['Crop changed'] : []),
    ...(differs(before, after, 'hotspot') ? ['Focus of the picture changed'] : []),
  ]
}

const assetOf = (value: unknown): string | undefined => {
  const asset = member(value, 'asset')
  return asset === undefined || asset === null ? undefined : canonicalJson(asset)
}

const differs = (before: unknown, after: unknown, name: string): boolean =>
  canonicalJson({it: member(before, name)}) !== canonicalJson({it: member(after, name)})
