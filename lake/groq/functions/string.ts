// `string::`. Specification 1.revision 1, "String functions".
import type {Namespace} from './index.ts'
import {ofStrings} from './simple.ts'

export const strings: Namespace = {
  lower: ofStrings((text) => text.toLowerCase()),
  upper: ofStrings((text) => text.toUpperCase()),
  split: ofStrings((text, separator = '') => {
    if (text === '') return []
    // Between characters, not between the halves of one.
    return separator === '' ? [...text] : text.split(separator)
  }),
  startsWith: ofStrings((text, prefix = '') => text.startsWith(prefix)),
}
