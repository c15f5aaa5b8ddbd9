// Makes clusters and their nodes.
export {
  createCluster,
  joinCluster,
  leaveCluster,
  readClusterStatus,
  type ClusterStatus,
} from '../cluster/cluster-admin.ts'
export {openNode, type ClusterSettings, type OpenedDatabase} from '../cluster/open-node.ts'
