import {PatchEvent, set, setIfMissing, unset, type FormPatch} from 'sanity'
import {expect, test} from 'vitest'
import {referenceIn} from '../../../../studio/plugins/quoting/source-input.tsx'

test.each<[string, FormPatch[], string | undefined]>([
  [
    'chosen in an empty field',
    [setIfMissing({}), set('reference', ['_type']), set('ada', ['_ref'])],
    'ada',
  ],
  ['pasted', [set({_type: 'reference', _ref: 'ada'})], 'ada'],
  ['replaced', [set('ada', ['_ref']), set('tom', ['_ref'])], 'tom'],
  ['removed', [unset()], undefined],
  ['made weak', [set(true, ['_weak'])], undefined],
  ['marked for publishing', [set({type: 'source'}, ['_strengthenOnPublish'])], undefined],
])('finds the source that was chosen: %s', (_, patches, wanted) => {
  expect(referenceIn(patches)).toBe(wanted)
  expect(referenceIn(PatchEvent.from(patches))).toBe(wanted)
})
