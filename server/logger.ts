// The log: JSON lines on stderr, so that what is meant for people stays readable on stdout.
import pino, {type Logger} from 'pino'

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** @param level `info` has a line for each request, `warn` only what somebody should look at */
export function createLogger(level: (typeof LOG_LEVELS)[number]): Logger {
  return pino(
    {
      level,
      // Log collectors know the machine.
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {level: (label) => ({level: label})},
    },
    pino.destination({fd: 2, sync: true}),
  )
}
