import {describe, expect, it} from 'vitest'
import {createDatasetList} from '../../src/datasets/dataset-list.ts'
import type {Addon} from '../../src/types.ts'
import {testAccess} from '../access/support.ts'

const COMMENTS: Addon = {
  name: 'production-comments',
  addonFor: 'production',
  profile: 'comments',
  roles: [],
}
const created = {createdAt: '', createdBy: 'u1', description: null, since: 1}

function testList(addons: Addon[] = [COMMENTS]) {
  const {datasets: table} = testAccess().access
  const open = (beside = addons) =>
    createDatasetList({table, opened: ['production'], addons: beside})
  return {table, open, list: open()}
}

describe('the list of datasets', () => {
  it('has the datasets of the options, and created ones', () => {
    const {table, list} = testList()
    table.insert({...created, name: 'archive', aclMode: 'public'})
    list.refresh()
    expect(list.all().map(({name, aclMode}) => [name, aclMode])).toEqual([
      ['archive', 'public'],
      ['production', 'public'],
      ['production-comments', 'private'],
    ])
    expect(list.content()).toEqual(['production', 'archive'])
    expect(list.isContent('production-comments')).toBe(false)
  })

  it('has one that another process has created', () => {
    const {table, list} = testList()
    expect(list.has('staging')).toBe(false)
    table.insert({...created, name: 'staging', aclMode: 'public'})
    expect(list.has('staging')).toBe(true)
  })

  it('has none that is being deleted', () => {
    const {table, list} = testList()
    table.insert({...created, name: 'staging', aclMode: 'public'})
    table.markDeleted('staging')
    list.refresh()
    expect(list.has('staging')).toBe(false)
    expect(table.deleted()).toEqual(['staging'])
  })

  it.each([
    ['public', false],
    ['private', true],
    ['custom', true],
    [null, true],
  ] as const)('aclMode %s: private %s', (aclMode, isPrivate) => {
    const {table, list} = testList()
    table.insert({...created, name: 'staging', aclMode})
    expect(list.isPrivate('staging')).toBe(isPrivate)
  })

  it('lets the roles of comments decide who reads there', () => {
    expect(testList().list.isPrivate('production-comments')).toBe(false)
  })

  it('hides comments if the lake is opened without them later', () => {
    const {open} = testList()
    const list = open([])
    expect(list.isContent('production-comments')).toBe(true)
    expect(list.isPrivate('production-comments')).toBe(true)
  })
})
