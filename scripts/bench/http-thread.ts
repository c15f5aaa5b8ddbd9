// The thread of a server that does nothing: answers each question with so many bytes, one by one as a query thread does.
import {parentPort, workerData} from 'node:worker_threads'

const body = 'x'.repeat(workerData as number)

parentPort?.on('message', (questions: string) => {
  for (const {id} of JSON.parse(questions) as {id: number}[]) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, no window
    parentPort?.postMessage({id, body})
  }
})
