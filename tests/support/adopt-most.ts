// What an operator does when the database of a cluster has lost entries, as docs/cluster.md says.
import type {Cluster} from './cluster.ts'
import {copydesk} from './copydesk-command.ts'

/** Stops all nodes, adopts the one that `cluster status` names, lets the others join again, and starts all. */
export async function adoptMost(
  {nodes}: Pick<Cluster, 'nodes'>,
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const status = await copydesk(['cluster', 'status'], environment)
  const [, most] = /entries are lost\..* run "cluster adopt" on (node-\d)/.exec(status) ?? []
  for (const node of nodes) await node.stop()
  for (const node of nodes.toSorted(({name}) => (name === most ? -1 : 1))) {
    const command = node.name === most ? 'adopt' : 'join'
    await copydesk(['cluster', command, '--data', node.folder], environment)
  }
  await Promise.all(nodes.map((node) => node.start()))
}
