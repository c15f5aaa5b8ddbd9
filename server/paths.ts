// Where things lie, wherever the command was started from.
import {fileURLToPath} from 'node:url'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

export const ROOT = at('')
export const STUDIO_BUILD = at('dist/studio')
export const SITE_BUILD = at('dist/site')
export const STAMPS = at('dist/stamps.json')
