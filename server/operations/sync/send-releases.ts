// Releases, each by its own action, before the versions that are in them.
import type {Step} from '../../commands/progress.ts'
import type {Changes} from './compare.ts'
import type {LakeConnection} from './lake-connection.ts'
import type {Source} from './read-sides.ts'

interface Sending {
  to: LakeConnection
  changes: Changes
  source: Source
  onStep: (step: Step) => void
}

export async function sendReleases({to, changes, source, onStep}: Sending): Promise<void> {
  const ids = changes.ids.filter((id) => source.kinds.get(id) === 'release')
  for (const [index, id] of ids.entries()) {
    await to.importRelease(await changes.wanted(id))
    onStep({step: 'Sending releases', current: index + 1, total: ids.length})
  }
}
