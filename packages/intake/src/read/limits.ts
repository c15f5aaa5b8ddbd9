// How much of a file is read.
import {IntakeError} from '../lines.ts'

const MEGABYTE = 1024 * 1024

export const LIMITS = {
  /** Bytes of a file. */
  file: 50 * MEGABYTE,
  /** Bytes of everything that is unpacked from a file. */
  unpacked: 200 * MEGABYTE,
  pictures: 200,
  /** Elements within elements. What is deeper is read as if it were not in them. */
  depth: 300,
  /** Elements that are open at the same time. The parser gets slow with more. */
  open: 20_000,
  /** How much is parsed or unpacked before other tasks get a turn. */
  turn: 2 * MEGABYTE,
} as const

/** Refuses the first picture too many. */
export function checkPictures(count: number): void {
  if (count > LIMITS.pictures) {
    throw new IntakeError(
      `This file has more than ${LIMITS.pictures} pictures. Save the article without the others.`,
    )
  }
}

/** Lets other tasks run, such as the timer that ends the reading. */
export async function takeTurns(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve)
  })
  signal?.throwIfAborted()
}
