// Detects that a picture was chosen or uploaded in this window, by its patch.
import {PatchEvent, type FormPatch} from 'sanity'

/** ID of the asset that these patches put into an image field; undefined if there is none. */
export function assetInPatches(event: FormPatch | FormPatch[] | PatchEvent): string | undefined {
  const patches = event instanceof PatchEvent ? event.patches : [event].flat()
  for (const patch of patches.toReversed()) {
    if (patch.type !== 'set' && patch.type !== 'setIfMissing') continue
    const value = patch.value as {_ref?: unknown; asset?: {_ref?: unknown}} | null | undefined
    const reference =
      patch.path.length === 0 ? value?.asset?._ref : patch.path[0] === 'asset' ? value?._ref : null
    if (patch.path.length <= 1 && typeof reference === 'string') return reference
  }
  return undefined
}
