// What `doctor` says about the cluster that the settings name.
import {
  canCatchUp,
  clockProblem,
  erasureProblems,
  isHere,
  lostEntries,
  readClusterStatus,
  type ClusterStatus,
} from '@copydesk/lake/cluster'
import {note, ok, problem, type Finding} from './finding.ts'

/** The log of a healthy cluster is shortened before it is as long. Bytes. */
const LONG_LOG = 256e6

/** @param own the last entry that the folder has; null if it is not a node */
export async function examineCluster(url: string, own: number | null): Promise<Finding[]> {
  try {
    return describeCluster(await readClusterStatus(url), own)
  } catch (error) {
    return [problem(error instanceof Error ? error.message : String(error))]
  }
}

export function describeCluster(status: ClusterStatus, own: number | null = null): Finding[] {
  const {cluster, position, log, nodes, snapshots, erasure, clockAhead} = status
  const lost = lostEntries(status)
  const wrongClock = clockProblem(clockAhead)
  const here = nodes.filter(isHere)
  const worker = here.find(({holdsLease}) => holdsLease)
  return [
    ok(`Cluster ${cluster}: entry ${position}, ${here.length} of ${nodes.length} nodes are there`),
    ...(lost === null ? [] : [problem(lost)]),
    ...(own === null || canCatchUp(status, own)
      ? []
      : [
          problem(
            `This node was away for too long: entry ${own + 1} is no longer in the log. Run "cluster join" here`,
          ),
        ]),
    ...erasureProblems(erasure).map((sentence) => problem(sentence.replace(/\.$/, ''))),
    ...nodes.flatMap((node) => {
      if (!isHere(node)) {
        const seconds = Math.round(node.silence / 1000)
        return [problem(`The node ${node.name} was not seen for ${seconds} seconds`)]
      }
      const behind = position - node.position
      return behind > 0 ? [note(`The node ${node.name} is ${behind} entries behind`)] : []
    }),
    worker || here.length === 0
      ? ok(`In the background works ${worker?.name ?? 'no node, as none is there'}`)
      : problem('No node works in the background: nothing is scheduled, sent or swept'),
    ...(wrongClock ? [problem(`This node writes nothing: ${wrongClock}. Synchronise it`)] : []),
    ...(snapshots.length === 0 ? [problem('The cluster has no snapshot: no node can join')] : []),
    ...(log.bytes > LONG_LOG
      ? [problem(`The log has ${Math.round(log.bytes / 1e6)} MB: snapshots are not being made`)]
      : []),
  ]
}
