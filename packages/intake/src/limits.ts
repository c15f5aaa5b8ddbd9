// How much of a file is read, and for how long, with the sentences for the person. It loads no reader: it is for
// programs that start one in a worker.
import {IntakeError} from './lines.ts'

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
  /** After so long the worker that reads is ended. */
  seconds: 10,
} as const

const INSTEAD = 'Copy the text of the article and paste it.'

export const NO_TEXT = `There is no text in this file. ${INSTEAD}`
export const TOO_LARGE = `This file is larger than ${LIMITS.file / MEGABYTE} MB. Save the article without the rest.`
export const TOO_LONG = `This file takes longer than ${LIMITS.seconds} seconds to read. ${INSTEAD}`
export const FAILED = `This file could not be read. ${INSTEAD}`

/** Why a file was not read. */
export const problemOf = (error: unknown): string =>
  error instanceof IntakeError ? error.message : `This file could not be read: ${String(error)}.`
