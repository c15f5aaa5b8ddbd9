// Makes the site's typefaces while it is bundled: `import * as fonts from 'copydesk:fonts'`.
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import subsetFont from 'subset-font'
import type {Plugin} from 'vite'
import {FACES, JAPANESE, STAND_INS, type Face, type StandIn} from '../fonts/faces.ts'
import {SYSTEM_FONTS, type SystemFont} from '../fonts/system-fonts.ts'
import {measureFont, SAMPLE, type FontMetrics} from './font-metrics.ts'

const NAME = 'copydesk:fonts'
const FILE = 'copydesk:font/'
const HASH_LENGTH = 16

/** A file that browsers get, and the rule that tells them when. */
interface Made {
  path: string
  rule: string
  bytes: Buffer
  isPreloaded?: boolean | undefined
}

/**
 * The plugin. The module holds the rules of the style sheets and, for each path, a function that loads the file in base64.
 * Each file is a module of its own, so that a server keeps in memory only those that somebody asked for.
 */
export function fontFiles(): Plugin {
  let making: Promise<{latin: Made[]; japanese: Made[]; standIns: string}> | undefined
  return {
    name: 'copydesk:font-files',
    resolveId: (id) => (id === NAME || id.startsWith(FILE) ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith(`\0${NAME}`) && !id.startsWith(`\0${FILE}`)) return null
      making ??= makeAll()
      const {latin, japanese, standIns} = await making
      if (id === `\0${NAME}`) return moduleOf(latin, japanese, standIns)
      const path = id.slice(FILE.length + 1)
      const file = [...latin, ...japanese].find((made) => made.path === `/_site/${path}`)
      return file ? `export default ${JSON.stringify(file.bytes.toString('base64'))}` : null
    },
  }
}

async function makeAll() {
  const [latin, standIns] = await Promise.all([
    Promise.all(FACES.map(makeFace)),
    Promise.all(STAND_INS.map(makeStandIn)),
  ])
  return {latin, japanese: japaneseSlices(), standIns: standIns.join('')}
}

function moduleOf(latin: Made[], japanese: Made[], standIns: string): string {
  const rules = (files: Made[]): string => JSON.stringify(files.map(({rule}) => rule).join(''))
  const preloads = latin.filter(({isPreloaded}) => isPreloaded).map(({path}) => path)
  const loads = [...latin, ...japanese].map(({path}) => {
    const name = JSON.stringify(path.replace('/_site/', FILE))
    return `${JSON.stringify(path)}: () => import(${name})`
  })
  return [
    `export const faces = ${rules(latin)} + ${JSON.stringify(standIns)}`,
    `export const japanese = ${rules(japanese)}`,
    `export const latin = ${JSON.stringify(latin.map(({path}) => path))}`,
    `export const preloads = ${JSON.stringify(preloads)}`,
    `export const files = {${loads.join(',')}}`,
  ].join('\n')
}

const resolve = createRequire(import.meta.url)
const fileOf = (name: string, file: string): Buffer =>
  readFileSync(resolve.resolve(`@fontsource-variable/${name}/files/${file}.woff2`))
/** The characters of each file of a package, as `unicode-range` lists them. */
const rangesOf = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(resolve.resolve(`@fontsource-variable/${name}/unicode.json`), 'utf8'))

async function makeFace(face: Face): Promise<Made> {
  const range = rangesOf(face.package)[face.characters]
  if (!range) throw new Error(`${face.package} has no characters “${face.characters}”.`)
  const bytes = await subsetFont(fileOf(face.package, face.file), charactersIn(range), {
    targetFormat: 'woff2',
    variationAxes: face.axes,
  })
  return {...made(face, range, bytes), isPreloaded: face.isPreloaded}
}

function japaneseSlices(): Made[] {
  const {name, family, weight, axis} = JAPANESE
  return Object.entries(rangesOf(JAPANESE.package)).flatMap(([key, range]) => {
    const slice = /^\[(\d+)\]$/.exec(key)?.[1]
    if (!slice) return []
    const bytes = fileOf(JAPANESE.package, `${JAPANESE.package}-${slice}-${axis}-normal`)
    return made({name: `${name}-${slice}`, family, weight, style: 'normal'}, range, bytes)
  })
}

function made(
  {name, family, style, weight}: Pick<Face, 'name' | 'family' | 'style' | 'weight'>,
  range: string,
  bytes: Buffer,
): Made {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH)
  const file = `${name}.${hash}.woff2`
  const rule = `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};font-display:swap;src:url(${file}) format('woff2');unicode-range:${range}}`
  return {path: `/_site/${file}`, rule, bytes}
}

/** Every character of a list such as `U+0000-00FF,U+0131`. */
function charactersIn(range: string): string {
  return range
    .split(',')
    .flatMap((part) => {
      const [first = '', last = first] = part.trim().replace(/^U\+/i, '').split('-')
      const [start, end] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
      return Array.from({length: end - start + 1}, (_, index) =>
        String.fromCodePoint(start + index),
      )
    })
    .join('')
}

async function makeStandIn({name, face, axes, weight, systems}: StandIn): Promise<string> {
  const found = FACES.find((one) => one.name === face)
  if (!found) throw new Error(`There is no face “${face}”.`)
  const font = await subsetFont(fileOf(found.package, found.file), SAMPLE, {
    targetFormat: 'truetype',
    variationAxes: axes,
  })
  const ours = measureFont(Buffer.from(font))
  return SYSTEM_FONTS[systems].map((system) => standIn(name, ours, system, weight)).join('')
}

/** A system's font with the widths and the line heights of ours. */
function standIn(
  name: string,
  ours: FontMetrics,
  system: SystemFont,
  weight: 'regular' | 'bold',
): string {
  const size = ours.width / system.width[weight]
  const names = system[weight].map((local) => `local('${local}')`)
  return `@font-face{font-family:'${name} on ${system.name}';src:${names.join(',')};font-weight:${weight === 'bold' ? '500 700' : '400'};size-adjust:${percent(size)};ascent-override:${percent(ours.ascent / size)};descent-override:${percent(ours.descent / size)};line-gap-override:${percent(ours.lineGap / size)}}`
}

const percent = (value: number): string => `${(100 * value).toFixed(2)}%`
