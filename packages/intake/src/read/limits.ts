// Keeps a reader within its limits.
import {LIMITS} from '../limits.ts'
import {IntakeError} from '../lines.ts'

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
