// Shows how far a long command is: a spinner in a terminal, plain lines elsewhere. On stderr.
import {spinner} from '@clack/prompts'

/** One step of a long work, as @sanity/import and @sanity/export report them. */
export interface Step {
  step: string
  current?: number | undefined
  total?: number | '?' | undefined
}

export interface Progress {
  step(step: Step): void
  /** Ends it with a sentence. */
  done(sentence: string): void
  /** Ends the line; the caller prints the error. */
  failed(): void
}

/** A spinner where stderr is a terminal. */
export function createProgress(): Progress {
  if (!process.stderr.isTTY) {
    return {step: createLineSteps(sayOnStderr), done: sayOnStderr, failed: () => undefined}
  }
  const spin = spinner({output: process.stderr})
  spin.start('Starting')
  return {
    step: (step) => spin.message(describe(step)),
    done: (sentence) => spin.stop(sentence),
    failed: () => spin.error('Not finished'),
  }
}

/** Runs `work`, and ends its line where it fails; the caller prints the error. */
export async function withProgress<T>(work: (progress: Progress) => Promise<T>): Promise<T> {
  const progress = createProgress()
  try {
    return await work(progress)
  } catch (error) {
    progress.failed()
    throw error
  }
}

/**
 * Lines for a log: one when a step begins, then one every few seconds.
 *
 * @param clock milliseconds
 */
export function createLineSteps(
  say: (line: string) => void,
  clock: () => number = Date.now,
): (step: Step) => void {
  let last = ''
  let printedAt = 0
  return (step) => {
    if (step.step === last && clock() - printedAt < 3000) return
    last = step.step
    printedAt = clock()
    say(describe(step))
  }
}

const sayOnStderr = (line: string): void => console.error(line)

function describe({step, current, total}: Step): string {
  const text = step.replace(/\.+$/, '')
  if (!current) return `${text} …`
  return typeof total === 'number' ? `${text}: ${current} of ${total}` : `${text}: ${current}`
}
