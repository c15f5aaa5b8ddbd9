import type {FieldProps, InputProps, ItemProps} from 'sanity'
import {describe, expect, test} from 'vitest'
import {
  readOnlyField,
  readOnlyInput,
  readOnlyItem,
} from '../../../../studio/plugins/article-form/read-only.ts'

const input = {readOnly: false, elementProps: {readOnly: false, id: 'headline'}, value: 'Herring'}

describe('a form that cannot be changed', () => {
  test('locks an input, and the element in it, and keeps the rest', () => {
    expect(readOnlyInput(input as unknown as InputProps)).toEqual({
      readOnly: true,
      elementProps: {readOnly: true, id: 'headline'},
      value: 'Herring',
    })
    expect(readOnlyInput({value: []} as unknown as InputProps)).toEqual({readOnly: true, value: []})
  })

  test('locks the menus of fields and items, too', () => {
    expect(readOnlyField({inputProps: input} as unknown as FieldProps)).toMatchObject({
      inputProps: {readOnly: true, elementProps: {readOnly: true}},
    })
    expect(readOnlyItem({inputProps: input} as unknown as ItemProps)).toMatchObject({
      readOnly: true,
      inputProps: {readOnly: true},
    })
    expect(readOnlyItem({value: 'a'} as unknown as ItemProps)).toEqual({readOnly: true, value: 'a'})
  })
})
