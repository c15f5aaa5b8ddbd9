// The engines that the bench `query` compares, each in a process of its own.
import {fork, type ChildProcess} from 'node:child_process'
import type {EngineName, Ready, Report, Task} from './query-process.ts'

export interface Engine extends Ready {
  ask(task: Task): Promise<Report>
  close(): void
}

/** Documents by the hundred thousand, with their texts, are more than a process has by itself. */
const HEAP = '--max-old-space-size=8192'

/** @param count how many articles the folder holds */
export async function startEngine(
  name: EngineName,
  folder: string,
  count: number,
): Promise<Engine> {
  const script = new URL('./query-process.ts', import.meta.url)
  const child = fork(script, [name, folder, String(count)], {execArgv: [...process.execArgv, HEAP]})
  const {tookMs, memory} = (await next(child)) as Ready
  return {
    tookMs,
    memory,
    ask(task) {
      child.send(task)
      return next(child) as Promise<Report>
    },
    close: () => void child.kill(),
  }
}

function next(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void =>
      reject(new Error(`An engine of the bench ended with ${code}.`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}
