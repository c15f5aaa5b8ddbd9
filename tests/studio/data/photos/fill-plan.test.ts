import {describe, expect, test} from 'vitest'
import {fillPlan} from '../../../../studio/data/photos/fill-plan.ts'
import type {Statement} from '../../../../studio/data/photos/photo-fields.ts'

const said: Statement[] = [
  {field: 'caption', value: 'A ferry', sourceTag: 'dc:description'},
  {field: 'alt', value: 'Lights on water', sourceTag: 'Iptc4xmpCore:AltTextAccessibility'},
  {field: 'rights.category', value: 'handout', sourceTag: 'read from the credit'},
]

describe('a new file', () => {
  test('fills empty fields, which must all be confirmed', () => {
    expect(fillPlan({caption: '  '}, said, {})).toEqual({
      set: {caption: 'A ferry', alt: 'Lights on water', 'rights.category': 'handout'},
      unset: [],
      unconfirmed: ['caption', 'alt', 'rights.category'],
    })
  })

  test('does not change what a person wrote', () => {
    const photo = {caption: 'My words', rights: {category: 'staff'}}
    expect(fillPlan(photo, said, {}).set).toEqual({alt: 'Lights on water'})
  })

  test('gives a decorative picture no description', () => {
    expect(fillPlan({decorative: true}, said, {}).set).not.toHaveProperty('alt')
  })
})

describe('another file for the same photo', () => {
  const before = {
    fromFile: [
      {field: 'caption', value: 'Old caption'},
      {field: 'creator', value: 'Old creator'},
      {field: 'creditLine', value: 'Old credit'},
    ],
    filledFromFile: ['caption', 'creator'],
  }

  test('replaces the values of the earlier file and removes missing ones', () => {
    const photo = {caption: 'Old caption', creator: 'Old creator', creditLine: 'Old credit'}
    const plan = fillPlan(photo, said, before)
    expect(plan.set['caption']).toBe('A ferry')
    expect(plan.unset).toEqual(['creator'])
  })

  test('keeps what was confirmed or edited since', () => {
    const photo = {caption: 'Old caption, corrected', creditLine: 'Old credit'}
    const plan = fillPlan(photo, said, before)
    expect(plan.set).not.toHaveProperty('caption')
    expect(plan.unset).toEqual([])
  })
})
