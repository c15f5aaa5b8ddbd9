import {describe, expect, it} from 'vitest'
import {haveSameReferences} from '../src/references.ts'

const reference = {_ref: 'a'}
const body = [{_key: 'p', children: [{text: 'One'}]}]

describe('two versions of a document have surely the same references', () => {
  it.each([
    ['a text was changed', {body}, {body: [{_key: 'p', children: [{text: 'Two'}]}]}],
    ['a field without references is new', {body}, {body, title: 'One'}],
    ['a part with references is the same object', {lead: reference}, {lead: reference, title: 'x'}],
  ])('if %s', (_what, before, after) => {
    expect(haveSameReferences(before, after)).toBe(true)
  })
})

describe('two versions of a document may have other references', () => {
  it.each([
    ['one is new', {body}, {body, lead: reference}],
    ['one was removed', {body, lead: reference}, {body}],
    ['one is in a new element', {body}, {body: [...body, {_key: 'q', of: reference}]}],
    ['one has another target', {lead: reference}, {lead: {_ref: 'b'}}],
    ['one became weak', {lead: reference}, {lead: {_ref: 'a', _weak: true}}],
    ['a field with one is called as what any object has', {body}, {body, toString: reference}],
  ])('if %s', (_what, before, after) => {
    expect(haveSameReferences(before, after)).toBe(false)
  })
})
