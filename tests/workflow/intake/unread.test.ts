import {expect, test} from 'vitest'
import type {Reading} from '@copydesk/intake/types'
import {adviceForUnread} from '../../../workflow/intake/unread.ts'

const READING: Reading = {format: 'mail', lines: [], pictures: [], language: null, title: null}

test.each([
  [undefined, null],
  [['a.docx', 'b.pdf'], /^Attached and not read: a\.docx, b\.pdf\./],
] as const)('of the attachments %j that were not read says %s', (unread, advice) => {
  const found = adviceForUnread({...READING, ...(unread ? {unread: [...unread]} : {})})
  if (advice === null) expect(found).toBeNull()
  else expect(found).toMatch(advice)
})
