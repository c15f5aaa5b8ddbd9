// Checks the data folder before anything is opened in it.
import {accessSync, constants, mkdirSync} from 'node:fs'
import {OperatorError} from '../operator-error.ts'

/**
 * Creates the folder if it is missing, and returns it.
 * @param otherFolder how to choose another folder, e.g. `--data`: part of the error
 * @throws OperatorError if it cannot be written
 */
export function writable(folder: string, otherFolder: string): string {
  try {
    mkdirSync(folder, {recursive: true, mode: 0o700})
    accessSync(folder, constants.W_OK | constants.R_OK | constants.X_OK)
    return folder
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
    throw new OperatorError(
      `The data folder ${folder} cannot be written${why}. Choose another with ${otherFolder}.`,
    )
  }
}
