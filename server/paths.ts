// Paths of the project, wherever the command was started.
import {fileURLToPath} from 'node:url'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

export const ROOT = at('')
export const STUDIO_BUILD = at('dist/studio')
/** The build before that one: windows that are still open load scripts of it. */
export const STUDIO_BUILD_BEFORE = at('dist/studio-before')
export const SITE_BUILD = at('dist/site')
export const STAMPS = at('dist/stamps.json')
export const BUILD_LOCK = at('dist/build.lock')

/** An option of `node` for a process that runs the project's own files: the packages are used from their sources. */
export const SOURCES = '--conditions=@copydesk/source'
