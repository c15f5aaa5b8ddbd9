// A thread that removes erased content from the files of a node. Rewriting a large file takes seconds.
import {isMainThread, workerData} from 'node:worker_threads'
import {scrubNode} from './scrub-node.ts'

export interface ScrubOptions {
  url: string
  databaseFile: string
}

if (!isMainThread) {
  const {url, databaseFile} = workerData as ScrubOptions
  await scrubNode(url, databaseFile, true)
}
