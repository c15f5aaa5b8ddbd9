// Defaults of the command and of a studio, so that neither needs a setting.

/** Not 3333, because `sanity dev` uses that port, or the next free one. */
export const DEFAULT_PORT = 5333
export const DEFAULT_PROJECT_ID = 'local'
export const DEFAULT_DATASET = 'production'
