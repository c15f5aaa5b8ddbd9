// Makes clusters and their nodes, and moves files to a bucket and back.
export {openBucket} from '../assets/bucket.ts'
export {claimBucket, createBucketStore, pullFiles, pushFiles} from '../assets/bucket-store.ts'
export {createAssetStore} from '../assets/store.ts'
export {lakeId} from '../store/lake-id.ts'
export {
  adoptCluster,
  createCluster,
  joinCluster,
  leaveCluster,
  readClusterStatus,
  lostEntries,
  type ClusterStatus,
} from '../cluster/cluster-admin.ts'
export {openNode, type ClusterSettings, type OpenedDatabase} from '../cluster/open-node.ts'
