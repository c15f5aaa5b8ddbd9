// Makes clusters and their nodes, and moves files to a bucket and back.
export {openBucket, type Bucket} from '../assets/bucket.ts'
export {
  bucketOwner,
  claimBucket,
  createBucketStore,
  fetchFile,
  pullFiles,
  pushFiles,
} from '../assets/bucket-store.ts'
export {createAssetStore} from '../assets/store.ts'
export {lakeId} from '../store/lake-id.ts'
export {adoptCluster, assertNoCluster, createCluster} from '../cluster/create-cluster.ts'
export {clusterTable} from '../cluster/member.ts'
export {forgetNode} from '../cluster/forget-node.ts'
export {joinCluster, leaveCluster, type Before} from '../cluster/join-cluster.ts'
export {
  canCatchUp,
  isHere,
  lostEntries,
  readClusterStatus,
  type ClusterStatus,
} from '../cluster/cluster-status.ts'
export {erasureProblems, whenErased, type ErasureStatus} from '../cluster/erasure-status.ts'
export {scrubNode} from '../cluster/scrub-node.ts'
export {clockProblem} from '../cluster/clock-problem.ts'
export {openNode, type ClusterSettings, type OpenedDatabase} from '../cluster/open-node.ts'
