import {expect, test} from 'vitest'
import type {ReviewReason} from '../../../../model/records.ts'
import {whyClosed} from '../../../../studio/plugins/editorial-actions/closing-reasons.ts'

const reason = (code: string, more: Partial<ReviewReason> = {}): ReviewReason => ({
  code,
  severity: 'error',
  document: 'a1',
  message: `Because of ${code}.`,
  ...more,
})
const why = (...reasons: ReviewReason[]) => whyClosed(reasons, 'COPYDESK_FOUR_EYES')

test.each(['fourEyesByline', 'fourEyesSubmitter', 'fourEyesChanged'])(
  'a button that %s closes names the setting for one person who does both',
  (code) => {
    expect(why(reason('headlineMissing'), reason(code))).toBe(
      `Because of ${code}. If one person has to do both, the newsroom’s operator can set COPYDESK_FOUR_EYES=recorded. Then you approve with a reason, which is recorded.`,
    )
  },
)

test.each([
  ['wrongState', 'Because of wrongState.'],
  ['fourEyesToken', 'Because of fourEyesToken.'],
  ['headlineMissing', undefined],
])('a button with the reason %s says: %s', (code, text) => {
  expect(why(reason(code))).toBe(text)
})

test('a button is open where the newsroom lets people approve their own with a reason', () => {
  expect(why(reason('fourEyesByline', {overridable: true}))).toBeUndefined()
})
