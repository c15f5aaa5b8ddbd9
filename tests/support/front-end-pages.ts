// The pages of docs/ for front-end developers.
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {ROOT} from '../../server/paths.ts'

const PAGES = ['front-ends', 'queries', 'render-content', 'previews', 'caching', 'site']

export const readPage = (name: string): string =>
  readFileSync(join(ROOT, `docs/${name}.md`), 'utf8')

export const readFrontEndPages = (): string => PAGES.map(readPage).join('\n')
