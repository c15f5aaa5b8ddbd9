// The defaults that the command and a studio share, so that neither needs a setting.

/** Port 3333 is `sanity dev`'s, and it takes the next ones where that is taken. */
export const DEFAULT_PORT = 5333
export const DEFAULT_PROJECT_ID = 'local'
export const DEFAULT_DATASET = 'production'
