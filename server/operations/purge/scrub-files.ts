// Overwrites in the files what was erased, and empties the index of texts, which holds its words.
import {join} from 'node:path'
import {emptyTextIndex, textFileOf} from '@copydesk/lake/query'
import type {Erasure} from '@copydesk/lake/store'

/** False where others read just then: the files hold it still. */
export function scrubFiles(erasing: Erasure, dataFolder: string): boolean {
  const scrubbed = [
    emptyTextIndex(textFileOf(join(dataFolder, 'lake.sqlite'))),
    erasing.scrubFiles(),
  ]
  return scrubbed.every(Boolean)
}
