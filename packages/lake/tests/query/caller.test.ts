import {expect, test} from 'vitest'
import {ANONYMOUS_ACTOR, SYSTEM_ACTOR} from '../../src/grants.ts'
import {callerOf} from '../../src/query/caller.ts'
import type {Actor} from '../../src/types.ts'

const actor = (kind: Actor['kind'], role: string): Actor => ({
  id: 'x',
  kind,
  roles: [role],
  name: '',
})
const address = '203.0.113.7'

test.each<[string, Actor, Parameters<typeof callerOf>[1], ReturnType<typeof callerOf>]>([
  ['the lake itself is staff', SYSTEM_ACTOR, {address}, {lane: 'staff', party: 'system'}],
  ['a person is staff', actor('user', 'journalist'), {address}, {lane: 'staff', party: 'x'}],
  [
    'a person is staff, also through a front end in this process',
    actor('user', 'editor'),
    {address, isInProcess: true},
    {lane: 'staff', party: 'x'},
  ],
  ['a token that may write is staff', actor('token', 'editor'), {}, {lane: 'staff', party: 'x'}],
  ['a reader’s token is a site', actor('token', 'reader'), {}, {lane: 'site', party: 'x'}],
  [
    'a front end in this process',
    ANONYMOUS_ACTOR,
    {address, isInProcess: true},
    {lane: 'site', party: 'site'},
  ],
  [
    'a front end in this process with a share token',
    actor('shareToken', 'reader'),
    {address, isInProcess: true},
    {lane: 'site', party: 'site'},
  ],
  [
    'the holder of a preview link is known by the address',
    actor('shareToken', 'reader'),
    {address},
    {lane: 'stranger', party: address},
  ],
  ['anybody', ANONYMOUS_ACTOR, {address}, {lane: 'stranger', party: address}],
  [
    'a network of IPv6 is one address',
    ANONYMOUS_ACTOR,
    {address: '2001:DB8:0:7:ffff::9'},
    {lane: 'stranger', party: '2001:db8:0:7'},
  ],
])('%s', (_what, who, from, expected) => {
  expect(callerOf(who, from)).toEqual(expected)
})
