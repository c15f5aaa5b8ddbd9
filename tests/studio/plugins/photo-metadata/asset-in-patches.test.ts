import {PatchEvent, set, setIfMissing, unset} from 'sanity'
import {describe, expect, test} from 'vitest'
import {assetInPatches} from '../../../../studio/plugins/photo-metadata/asset-in-patches.ts'

const reference = {_type: 'reference', _ref: 'image-abc-1x1-jpg'}

describe('a new picture is noticed', () => {
  test.each([
    ['when its upload has ended', set(reference, ['asset'])],
    ['among other patches', [setIfMissing({_type: 'image'}), set(reference, ['asset'])]],
    [
      'when it is chosen from the library',
      PatchEvent.from(set({_type: 'image', asset: reference})),
    ],
  ])('%s', (_, event) => {
    expect(assetInPatches(event)).toBe('image-abc-1x1-jpg')
  })
})

describe('nothing is noticed', () => {
  test.each([
    ['while it uploads', set(40, ['_upload', 'progress'])],
    ['when it is taken away', unset(['asset'])],
    ['when its crop changes', set({top: 0.1}, ['crop'])],
    ['when the hotspot of a picture moves', set({x: 0.5}, ['hotspot'])],
  ])('%s', (_, event) => {
    expect(assetInPatches(event)).toBeUndefined()
  })
})
