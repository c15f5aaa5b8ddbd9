// Loaded by `--import` before a process of the bench `caches`: switches caches off in their sources as they are loaded.
import {readFileSync} from 'node:fs'
import {registerHooks} from 'node:module'
import {fileURLToPath} from 'node:url'
import {join, relative} from 'node:path'
import {ROOT, SITE_BUILD} from '../../server/paths.ts'
import {CACHES, WITHOUT, type CacheEdit, type CacheName} from './cache-list.ts'

const names = (process.env[WITHOUT] ?? '').split(',') as CacheName[]
const edits = names.map((name) => CACHES[name])

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context)
    if (!url.startsWith('file:')) return loaded
    const path = fileURLToPath(url)
    const own = edits.filter(isIn(path))
    if (own.length === 0) return loaded
    return {...loaded, source: own.reduce(edited, readFileSync(path, 'utf8'))}
  },
})

function edited(source: string, {file, find, replace}: CacheEdit): string {
  if (source.split(find).length !== 2) throw new Error(`${file} does not have "${find}" once.`)
  return source.replace(find, () => replace)
}

/** The site runs from its build. */
const isIn =
  (path: string) =>
  ({file}: CacheEdit): boolean =>
    file.startsWith('site/')
      ? path === join(SITE_BUILD, 'server.js')
      : relative(ROOT, path) === file
