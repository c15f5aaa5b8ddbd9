// Overwrites in the files what was erased, and empties the index of texts, which holds its words.
import {join} from 'node:path'
import {emptyTextIndex, textFileOf} from '../../../packages/lake/src/query/text-index.ts'
import type {Erasing} from '../../../packages/lake/src/store/erasing.ts'

/** False where others read just then: the files hold it still. */
export function scrubFiles(erasing: Erasing, dataFolder: string): boolean {
  const scrubbed = [
    emptyTextIndex(textFileOf(join(dataFolder, 'lake.sqlite'))),
    erasing.scrubFiles(),
  ]
  return scrubbed.every(Boolean)
}
