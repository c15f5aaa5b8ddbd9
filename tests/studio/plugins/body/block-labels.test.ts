import {describe, expect, test} from 'vitest'
import {attributionOf, plainText, quoted} from '../../../../studio/plugins/body/block-labels.ts'

describe('a quote in the text', () => {
  test('has quotation marks only if the words are the speaker’s own', () => {
    expect(quoted('We agreed', 'direct')).toBe('“We agreed”')
    expect(quoted('They agreed', 'paraphrase')).toBe('They agreed')
    expect(quoted(undefined, 'direct')).toBe('No words yet')
  })

  test('names everybody who speaks with what they were then', () => {
    const speakers = [
      {name: 'A. Bell', title: 'Fellow', affiliation: 'Institute'},
      {name: 'C. Dahl'},
      {},
    ]
    expect(attributionOf(speakers)).toBe('A. Bell, Fellow, Institute · C. Dahl')
  })

  test('without a name takes the agreed words, and the reason for them', () => {
    expect(attributionOf([], 'an official', 'who may not speak')).toBe(
      'an official, who may not speak',
    )
    expect(attributionOf([])).toBe('No speaker yet')
  })
})

test('a box reads as paragraphs', () => {
  expect(
    plainText([
      {_key: 'a', children: [{text: 'One '}, {text: 'two'}]},
      {_key: 'b', listItem: 'bullet', children: [{text: 'three'}]},
    ]),
  ).toEqual([
    {key: 'a', text: 'One two'},
    {key: 'b', text: '• three'},
  ])
})
