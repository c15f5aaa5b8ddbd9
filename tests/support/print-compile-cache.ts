// Run through scripts/run.mjs: prints the folders of Node's compile cache for a command and its thread.
import {getCompileCacheDir} from 'node:module'
import {isMainThread, parentPort, Worker} from 'node:worker_threads'

if (isMainThread) {
  console.log(getCompileCacheDir())
  new Worker(new URL(import.meta.url)).on('message', (folder) => console.log(folder))
} else {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
  parentPort?.postMessage(getCompileCacheDir())
}
