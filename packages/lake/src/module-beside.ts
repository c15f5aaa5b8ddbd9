import {extname} from 'node:path'

/**
 * The module that a thread or a process starts with, beside the one at `url`: `.ts` among the sources, `.js`
 * among the compiled files. The compiler does not rewrite such paths.
 *
 * @param name without its ending: `./worker`
 */
export const moduleBeside = (url: string, name: string): URL => new URL(name + extname(url), url)
