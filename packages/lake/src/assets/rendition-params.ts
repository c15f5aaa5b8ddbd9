// Parses Sanity's transformation parameters of an image URL and checks their limits.
import {BadRequest} from '../errors.ts'

type Fit = 'clip' | 'crop' | 'fill' | 'fillmax' | 'max' | 'min' | 'scale'
export type OutputFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'

export interface Rect {
  left: number
  top: number
  width: number
  height: number
}

export interface RenditionParams {
  w?: number
  h?: number
  minW?: number
  minH?: number
  maxW?: number
  maxH?: number
  fit: Fit
  /** The point that a crop keeps in view, in fractions of the region; or the busiest part. */
  focus: {x: number; y: number} | 'entropy'
  rect?: Rect
  dpr: number
  quality: number
  format?: OutputFormat
  progressive: boolean
  /** Choose the format by the Accept header. */
  autoFormat: boolean
  /** RGBA, 0–255 and alpha 0–1. */
  background?: {r: number; g: number; b: number; alpha: number}
  blur?: number
  sharpen?: number
  saturation?: number
  invert: boolean
  flip: {horizontal: boolean; vertical: boolean}
  rotate: 0 | 90 | 180 | 270
  /** Background around the picture, in pixels on each side. */
  pad: number
  /** Only the first frame of an animation. */
  still: boolean
}

/** The longest side in pixels that can be requested. */
const MAX_SIDE = 8192

const FITS: readonly Fit[] = ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale']
const FORMATS: Record<string, OutputFormat> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  pjpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif',
}
const SIDES: Record<string, {x?: number; y?: number}> = {
  top: {y: 0},
  bottom: {y: 1},
  left: {x: 0},
  right: {x: 1},
  center: {},
  centre: {},
}

/**
 * Parameters that change the picture. Others (`dl`, tags, cache busters) do not make a new
 * rendition.
 */
const KNOWN = [
  'w',
  'h',
  'min-w',
  'min-h',
  'max-w',
  'max-h',
  'fit',
  'crop',
  'fp-x',
  'fp-y',
  'rect',
].concat([
  'dpr',
  'q',
  'fm',
  'auto',
  'bg',
  'blur',
  'sharp',
  'sat',
  'invert',
  'flip',
  'or',
  'pad',
  'frame',
])

/**
 * Null if no parameter changes the picture.
 * @throws BadRequest `invalidImageParameter` naming the parameter
 */
export function parseRenditionParams(query: URLSearchParams): RenditionParams | null {
  if (!KNOWN.some((name) => query.get(name))) return null
  const side = (name: string) => number(query, name, 1, MAX_SIDE)
  const flip = oneOf(query, 'flip', ['h', 'v', 'hv', 'vh']) ?? ''
  const fm = oneOf(query, 'fm', Object.keys(FORMATS))
  return {
    w: side('w'),
    h: side('h'),
    minW: side('min-w'),
    minH: side('min-h'),
    maxW: side('max-w'),
    maxH: side('max-h'),
    fit: oneOf(query, 'fit', FITS) ?? 'clip',
    focus: focusOf(query),
    rect: rectOf(query),
    dpr: number(query, 'dpr', 1, 3, 2) ?? 1,
    quality: Math.max(1, number(query, 'q', 0, 100) ?? 75),
    format: fm === undefined ? undefined : FORMATS[fm],
    progressive: fm === 'pjpg',
    autoFormat: (query.get('auto') ?? '').split(',').includes('format'),
    background: backgroundOf(query),
    blur: number(query, 'blur', 0, 2000) || undefined,
    sharpen: number(query, 'sharp', 0, 100) || undefined,
    saturation: number(query, 'sat', -100, 100) || undefined,
    invert: oneOf(query, 'invert', ['true', 'false']) === 'true',
    flip: {horizontal: flip.includes('h'), vertical: flip.includes('v')},
    rotate: Number(oneOf(query, 'or', ['0', '90', '180', '270']) ?? 0) as 0 | 90 | 180 | 270,
    pad: number(query, 'pad', 0, MAX_SIDE / 2) ?? 0,
    still: oneOf(query, 'frame', ['1']) !== undefined,
  }
}

/**
 * Rounded, because a difference of a thousandth gives the same picture and must not be rendered
 * again.
 */
function number(
  query: URLSearchParams,
  name: string,
  least: number,
  most: number,
  digits = 0,
): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  const value = /^-?\d{1,9}(?:\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN
  const result = Number(value.toFixed(digits))
  if (!(result >= least && result <= most)) {
    throw invalid(name, `must be a number from ${least} to ${most}`)
  }
  return result
}

function oneOf<T extends string>(
  query: URLSearchParams,
  name: string,
  values: readonly T[],
): T | undefined {
  const text = query.get(name)
  if (!text) return undefined
  const found = values.find((value) => value === text)
  if (found === undefined) throw invalid(name, `must be one of ${values.join(', ')}`)
  return found
}

function focusOf(query: URLSearchParams): RenditionParams['focus'] {
  const x = number(query, 'fp-x', 0, 1, 3)
  const y = number(query, 'fp-y', 0, 1, 3)
  const words = (query.get('crop') ?? '').split(',').filter(Boolean)
  if (words.includes('entropy')) return 'entropy'
  if (words.includes('focalpoint') || (words.length === 0 && (x ?? y) !== undefined)) {
    return {x: x ?? 0.5, y: y ?? 0.5}
  }
  const focus = {x: 0.5, y: 0.5}
  for (const word of words) {
    if (!Object.hasOwn(SIDES, word)) {
      throw invalid('crop', `must be ${Object.keys(SIDES).join(', ')}, focalpoint or entropy`)
    }
    Object.assign(focus, SIDES[word])
  }
  return focus
}

function rectOf(query: URLSearchParams): Rect | undefined {
  const text = query.get('rect')
  if (!text) return undefined
  const parts = text
    .split(',')
    .map((part) => (/^-?\d{1,9}(\.\d+)?$/.test(part) ? Number(part) : NaN))
  const [left, top, width, height] = parts.map(Math.round)
  if (parts.length !== 4 || parts.some(Number.isNaN) || width! < 1 || height! < 1) {
    throw invalid('rect', 'must be left,top,width,height in pixels of the original')
  }
  return {left: left!, top: top!, width: width!, height: height!}
}

/** RGB, ARGB, RRGGBB or AARRGGBB, as Sanity writes them. */
function backgroundOf(query: URLSearchParams): RenditionParams['background'] {
  const text = query.get('bg')?.replace(/^#/, '')
  if (!text) return undefined
  if (!/^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) {
    throw invalid('bg', 'must be a hexadecimal colour: RGB, ARGB, RRGGBB or AARRGGBB')
  }
  const digits = text.length <= 4 ? [...text].map((digit) => digit + digit).join('') : text
  const channels = digits.match(/../g)!.map((pair) => Number.parseInt(pair, 16))
  const alpha = channels.length === 4 ? channels.shift()! / 255 : 1
  return {r: channels[0]!, g: channels[1]!, b: channels[2]!, alpha}
}

function invalid(name: string, rule: string): BadRequest {
  return new BadRequest(`The image parameter "${name}" ${rule}.`, 'invalidImageParameter')
}
