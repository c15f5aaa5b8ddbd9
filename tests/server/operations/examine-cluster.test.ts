import {describe, expect, it} from 'vitest'
import type {ErasureStatus} from '@copydesk/lake/cluster'
import {describeCluster, examineCluster} from '../../../server/operations/doctor/examine-cluster.ts'

const node = (name: string, more = {}) => ({
  id: name,
  name,
  position: 40,
  silence: 300,
  holdsLease: false,
  ...more,
})
const status = (...nodes: ReturnType<typeof node>[]) => ({
  cluster: 'c1',
  position: 40,
  log: {bytes: 1000, entries: 40, first: 21 as number | null},
  snapshots: [{position: 0, bytes: 1000, madeAt: '2026-11-30T10:00:00.000Z'}],
  nodes,
  erasure: {isLogDue: false, folders: []} as ErasureStatus,
  clockAhead: 40,
})
const problemsOf = (given: Parameters<typeof describeCluster>[0]) =>
  describeCluster(given).flatMap(({kind, text}) => (kind === 'problem' ? [text] : []))

describe('doctor on a cluster', () => {
  it('names the node that works in the background', () => {
    const healthy = status(node('one', {holdsLease: true}), node('two', {position: 38}))
    expect(describeCluster(healthy)).toEqual([
      {kind: 'ok', text: 'Cluster c1: entry 40, 2 of 2 nodes are there'},
      {kind: 'note', text: 'The node two is 2 entries behind'},
      {kind: 'ok', text: 'In the background works one'},
    ])
  })

  it.each([
    [20, 21, []],
    [
      19,
      21,
      [
        'This node was away for too long: entry 20 is no longer in the log. Run "cluster join" here',
      ],
    ],
    [40, null, []],
    [
      39,
      null,
      [
        'This node was away for too long: entry 40 is no longer in the log. Run "cluster join" here',
      ],
    ],
    [null, 21, []],
  ])(
    'tells a node with entry %s whether it can catch up with a log from %s',
    (own, first, problems) => {
      const healthy = {
        ...status(node('one', {holdsLease: true})),
        log: {bytes: 1, entries: 1, first},
      }
      const found = describeCluster(healthy, own).flatMap(({kind, text}) =>
        kind === 'problem' ? [text] : [],
      )
      expect(found).toEqual(problems)
    },
  )

  it.each([
    [status(node('one')), 'No node works in the background: nothing is scheduled, sent or swept'],
    [
      status(node('one', {holdsLease: true}), node('two', {silence: 61_200})),
      'The node two was not seen for 61 seconds',
    ],
    [
      {...status(), clockAhead: -4_200},
      'This node writes nothing: the clock of this machine is 4.2 s behind the database’s. Synchronise it',
    ],
    [
      status(node('one', {holdsLease: true}), node('two', {position: 52})),
      'The node two has entry 52, the log ends at entry 40: entries are lost. Stop all nodes, and run "cluster adopt" on two.',
    ],
    [
      {
        ...status(),
        erasure: {
          isLogDue: false,
          folders: [{id: 'f2', name: 'two', isHere: true, isDue: true, copies: []}],
        },
      },
      'The node two still has erased content. It removes it by itself; its log says why it could not',
    ],
    [{...status(), snapshots: []}, 'The cluster has no snapshot: no node can join'],
    [
      {...status(), log: {bytes: 300e6, entries: 1, first: 40}},
      'The log has 300 MB: snapshots are not being made',
    ],
  ])('finds a problem (%#)', (given, text) => {
    expect(problemsOf(given)).toEqual([text])
  })

  it('says that the database cannot be reached', async () => {
    const [finding] = await examineCluster('postgres://nobody:secret@127.0.0.1:1/none', null)
    expect(finding).toMatchObject({kind: 'problem', text: expect.stringContaining('ECONNREFUSED')})
    expect(finding?.text).not.toContain('secret')
  })
})
