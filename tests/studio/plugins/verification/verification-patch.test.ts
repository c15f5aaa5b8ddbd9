import {PatchEvent, set, unset} from 'sanity'
import {describe, expect, test} from 'vitest'
import {enteredBy, signed} from '../../../../studio/plugins/verification/verification-patch.ts'

const NOW = '2026-03-10T15:00:00.000Z'
const changes = (event: PatchEvent) =>
  event.patches.map(({type, path, ...rest}) => [
    type,
    path.join('.'),
    'value' in rest ? rest.value : undefined,
  ])
const sign = (...patches: Parameters<typeof PatchEvent.from>[0][]) =>
  changes(signed(PatchEvent.from(patches as never), 'Tomas Ardley', NOW))

describe('the person who sets the status', () => {
  test('signs it in the same change', () => {
    expect(sign(set('recordingChecked', ['status']))).toEqual([
      ['set', 'status', 'recordingChecked'],
      ['setIfMissing', '', {}],
      ['set', 'by', 'Tomas Ardley'],
      ['set', 'on', NOW],
    ])
  })

  test('takes the signature away with the verification', () => {
    const without = [
      ['unset', 'by', undefined],
      ['unset', 'on', undefined],
    ]
    expect(sign(set('unverified', ['status'])).slice(1)).toEqual(without)
    expect(sign(unset(['status'])).slice(1)).toEqual(without)
  })

  test('signs nothing by another change', () => {
    expect(sign(set('x', ['elsewhere']))).toEqual([['set', 'elsewhere', 'x']])
  })
})

describe('a quote is one’s own', () => {
  const quote = (text: string, createdBy?: string) => ({
    _id: 'q1',
    _type: 'expertQuote',
    text,
    ...(createdBy && {_system: {createdBy}}),
  })

  test('while its draft is, and before there is one', () => {
    expect(enteredBy({draft: quote('Never.', 'me'), published: null}, 'me')).toBe(true)
    expect(enteredBy({draft: null, published: null}, 'me')).toBe(true)
    expect(enteredBy({draft: quote('Never.', 'you'), published: null}, 'me')).toBe(false)
  })

  test('no more once readers know it in these words', () => {
    const published = quote('Never.')
    expect(enteredBy({draft: quote('Never.', 'me'), published}, 'me')).toBe(false)
    expect(enteredBy({draft: null, published}, 'me')).toBe(false)
    expect(enteredBy({draft: quote('Ever.', 'me'), published}, 'me')).toBe(true)
  })

  test('of nobody where the lake does not say who began it', () => {
    expect(enteredBy({draft: quote('Never.'), published: null}, 'me')).toBe(false)
    expect(enteredBy({draft: quote('Never.'), published: null}, undefined)).toBe(false)
  })
})
