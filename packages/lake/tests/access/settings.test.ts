import {describe, expect, it} from 'vitest'
import {testAccess} from './support.ts'

describe('the studio’s settings of a person', () => {
  it('are returned in the requested order, without keys that are not set', () => {
    const {settings} = testAccess().access
    settings.set('u1', [
      {key: 'a', value: {sort: 'title'}},
      {key: 'b', value: [1, 2]},
    ])
    settings.set('u2', [{key: 'a', value: 'other'}])
    expect(settings.get('u1', ['b', 'missing', 'a'])).toEqual([
      {key: 'b', value: [1, 2]},
      {key: 'a', value: {sort: 'title'}},
    ])
  })

  it('can be overwritten, and removed by null', () => {
    const {settings} = testAccess().access
    settings.set('u1', [{key: 'a', value: 1}])
    settings.set('u1', [{key: 'a', value: 2}])
    expect(settings.get('u1', ['a'])).toEqual([{key: 'a', value: 2}])
    settings.set('u1', [{key: 'a', value: null}])
    expect(settings.get('u1', ['a'])).toEqual([])
  })

  it('are limited; a request beyond the limit stores nothing', () => {
    const {settings} = testAccess().access
    const fine = {key: 'fine', value: 1}
    expect(() => settings.set('u1', [fine, {key: 'big', value: 'x'.repeat(300_000)}])).toThrow(
      /"big" is too large/,
    )
    expect(() => settings.set('u1', [fine, {key: '', value: 1}])).toThrow(/empty or too long/)
    const many = Array.from({length: 2001}, (_, index) => ({key: `k${index}`, value: 1}))
    expect(() => settings.set('u1', many)).toThrow(/Too many settings/)
    expect(settings.get('u1', ['fine', 'k0'])).toEqual([])
  })
})
