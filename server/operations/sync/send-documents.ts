// Documents in an order that the other lake accepts: no reference before what it refers to.
import type {Step} from '../../commands/progress.ts'
import {referencesOf, weakened} from './comparable.ts'
import type {Changes} from './compare.ts'
import {referencesFirst} from './reference-order.ts'
import type {LakeConnection, SyncMutation} from './lake-connection.ts'
import type {Source, Target} from './read-sides.ts'
import type {AssetPlan} from './send-assets.ts'
import {sendMutations} from './send-mutations.ts'

interface Sending {
  to: LakeConnection
  changes: Changes
  source: Source
  target: Target
  assets: AssetPlan
  onStep: (step: Step) => void
}

/** Those that others refer to first; what closes a circle is made firm in the end. */
export async function sendDocuments({to, changes, source, target, assets, onStep}: Sending) {
  const {wanted} = changes
  const ids = changes.ids.filter((id) => source.kinds.get(id) !== 'release')
  const strong = new Map<string, string[]>()
  for (const id of ids) strong.set(id, [...referencesOf(await wanted(id)).strong])
  // The stage of a piece follows from its content, so the server's records come last.
  const isRecord = (id: string): boolean => source.kinds.get(id) === 'record'
  const order = [ids.filter((id) => !isRecord(id)), ids.filter(isRecord)].flatMap((some) =>
    referencesFirst(some, (id) => strong.get(id) ?? []),
  )
  const there = new Set([...target.documents.keys(), ...assets.known.values()])
  const loose: string[] = []
  async function* mutations(): AsyncGenerator<SyncMutation> {
    for (const id of order) {
      const {document, count} = weakened(
        await wanted(id),
        (other) => other === id || there.has(other),
      )
      if (count > 0) loose.push(id)
      there.add(id)
      yield {createOrReplace: document}
    }
  }
  await sendMutations(to, mutations(), (current) =>
    onStep({step: 'Sending documents', current, total: order.length}),
  )
  async function* firm(): AsyncGenerator<SyncMutation> {
    for (const id of loose) yield {createOrReplace: await wanted(id)}
  }
  await sendMutations(to, firm(), (current) =>
    onStep({step: 'Making references firm', current, total: loose.length}),
  )
}
