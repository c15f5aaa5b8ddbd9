// Mutations in portions that every lake takes.
import type {LakeConnection, SyncMutation} from './lake-connection.ts'

const MOST = 50
/** A request may have 4 MB; a smaller one holds up those who save less. */
const MOST_BYTES = 500_000

/** Makes mutations as they are sent, so that never all of them are in the memory. */
export async function sendMutations(
  to: LakeConnection,
  mutations: AsyncIterable<SyncMutation> | Iterable<SyncMutation>,
  onSent: (count: number) => void = () => {},
): Promise<void> {
  let portion: SyncMutation[] = []
  let bytes = 0
  let sent = 0
  const send = async (): Promise<void> => {
    if (portion.length === 0) return
    await to.mutate(portion)
    sent += portion.length
    onSent(sent)
    portion = []
    bytes = 0
  }
  for await (const mutation of mutations) {
    const size = JSON.stringify(mutation).length
    if (portion.length === MOST || bytes + size > MOST_BYTES) await send()
    portion.push(mutation)
    bytes += size
  }
  await send()
}
