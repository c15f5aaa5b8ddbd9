// The data folder before anything is opened in it.
import {accessSync, constants, mkdirSync} from 'node:fs'
import {OperatorError} from '../operator-error.ts'

/**
 * The folder, made where it was missing.
 *
 * @param otherFolder how another folder is chosen, e.g. `--data`: part of the error
 * @throws OperatorError where it cannot be written
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
