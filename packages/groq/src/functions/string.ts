// `string::`. Specification 1.revision 1, "String functions".
import {assertListLength} from '../limits.ts'
import type {Namespace} from './index.ts'
import {ofStrings} from './simple.ts'

export const strings: Namespace = {
  lower: ofStrings((text) => text.toLowerCase()),
  upper: ofStrings((text) => text.toUpperCase()),
  split: ofStrings((text, separator = '') => {
    if (text === '') return []
    if (separator === '') assertListLength(text.length)
    // The spread splits between code points, not inside surrogate pairs.
    const parts = separator === '' ? [...text] : text.split(separator)
    assertListLength(parts.length)
    return parts
  }),
  startsWith: ofStrings((text, prefix = '') => text.startsWith(prefix)),
}
