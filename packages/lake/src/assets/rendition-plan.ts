// The geometry of a rendition: part of the original, size after scaling, canvas. Pure, so each
// `fit` can be tested as arithmetic.
import {BadRequest} from '../errors.ts'
import type {OutputFormat, Rect, RenditionParams} from './rendition-params.ts'

export interface Size {
  width: number
  height: number
}

export interface RenditionPlan {
  /** Part of the original (after EXIF orientation), in its pixels. */
  extract: Rect
  /** The size of that part after scaling. */
  scaled: Size
  /** The busiest part is searched while scaling; `extract` is then the whole region. */
  entropy: boolean
  /** The finished picture; larger than `scaled` if background is added around it. */
  canvas: Size
}

/**
 * Enlarging beyond this many pixels (4096 × 4096) is refused. The original's own size is always
 * allowed.
 */
const MAX_PIXELS = 4096 * 4096
/** Encoding these takes seconds for each million pixels. */
const SLOW: readonly OutputFormat[] = ['avif', 'gif']
export const SLOW_FORMAT_PIXELS = 8_400_000

/**
 * @param params as parsed
 * @param original width and height after EXIF orientation
 * @throws BadRequest if `rect` is outside the picture, or the result would be too large
 */
export function planRendition(params: RenditionParams, original: Size): RenditionPlan {
  const region = clipRect(params.rect, original)
  // `or` rotates the finished picture, so the requested sides are swapped.
  const turned = params.rotate % 180 !== 0
  const box = boxOf(turned ? turn(params) : params, region)
  const plan = padded(fitInto(params, region, box), params)
  const pixels = plan.canvas.width * plan.canvas.height
  const slow = params.format !== undefined && SLOW.includes(params.format)
  if (
    pixels > (slow ? SLOW_FORMAT_PIXELS : Math.max(MAX_PIXELS, original.width * original.height))
  ) {
    throw new BadRequest(
      `The picture would have ${plan.canvas.width} × ${plan.canvas.height} pixels, which is too large.`,
      'invalidImageParameter',
    )
  }
  return plan
}

/** Background on each side, in device pixels. */
function padded(plan: RenditionPlan, {pad, dpr}: RenditionParams): RenditionPlan {
  const more = Math.round(2 * pad * dpr)
  const {width, height} = plan.canvas
  return {...plan, canvas: {width: width + more, height: height + more}}
}

/** The part of `rect` within the picture. image-url rounds and can be a pixel off. */
function clipRect(rect: Rect | undefined, {width, height}: Size): Rect {
  if (!rect) return {left: 0, top: 0, width, height}
  const left = Math.max(0, rect.left)
  const top = Math.max(0, rect.top)
  const right = Math.min(width, rect.left + rect.width)
  const bottom = Math.min(height, rect.top + rect.height)
  if (right <= left || bottom <= top) {
    throw new BadRequest('The "rect" is outside the picture.', 'invalidImageParameter')
  }
  return {left, top, width: right - left, height: bottom - top}
}

function turn(params: RenditionParams): RenditionParams {
  const {w, h, minW, minH, maxW, maxH} = params
  return {...params, w: h, h: w, minW: minH, minH: minW, maxW: maxH, maxH: maxW}
}

/** The requested box in device pixels. A missing side follows from the region's proportions. */
function boxOf(params: RenditionParams, region: Size): Size {
  const {w, h, dpr} = params
  const given = w !== undefined || h !== undefined
  let width = w ?? (h === undefined ? region.width : (h * region.width) / region.height)
  let height = h ?? (w === undefined ? region.height : (w * region.height) / region.width)
  if (params.fit === 'crop') {
    width = Math.max(params.minW ?? 0, Math.min(params.maxW ?? Infinity, width))
    height = Math.max(params.minH ?? 0, Math.min(params.maxH ?? Infinity, height))
  }
  const scale = given ? dpr : 1
  return {width: width * scale, height: height * scale}
}

function fitInto(params: RenditionParams, region: Rect, box: Size): RenditionPlan {
  const inside = Math.min(box.width / region.width, box.height / region.height)
  const whole = (scale: number): RenditionPlan => {
    const scaled = size(region.width * scale, region.height * scale)
    return {extract: region, scaled, canvas: scaled, entropy: false}
  }
  const covering = (target: Size): RenditionPlan => {
    const scaled = size(target.width, target.height)
    const entropy = params.focus === 'entropy'
    const extract = entropy ? region : coverRect(region, scaled, params.focus)
    return {extract, scaled, canvas: scaled, entropy}
  }
  switch (params.fit) {
    case 'clip':
      return whole(inside)
    case 'max':
      return whole(Math.min(1, inside))
    case 'fill':
      return {...whole(inside), canvas: size(box.width, box.height)}
    case 'fillmax':
      return {...whole(Math.min(1, inside)), canvas: size(box.width, box.height)}
    case 'scale': {
      const scaled = size(box.width, box.height)
      return {extract: region, scaled, canvas: scaled, entropy: false}
    }
    case 'crop':
      return covering(box)
    case 'min': {
      const shrink = Math.min(1, region.width / box.width, region.height / box.height)
      return covering({width: box.width * shrink, height: box.height * shrink})
    }
  }
}

/**
 * The largest part of the region with the target's proportions, as near to the focus as possible.
 */
function coverRect(region: Rect, target: Size, focus: RenditionParams['focus']): Rect {
  const {x, y} = focus === 'entropy' ? {x: 0.5, y: 0.5} : focus
  const scale = Math.max(target.width / region.width, target.height / region.height)
  const width = Math.min(region.width, Math.max(1, Math.round(target.width / scale)))
  const height = Math.min(region.height, Math.max(1, Math.round(target.height / scale)))
  return {
    left: region.left + place(x, width, region.width),
    top: region.top + place(y, height, region.height),
    width,
    height,
  }
}

/** The start of a span of `length` that is centred on `centre` (0–1) and within `whole`. */
function place(centre: number, length: number, whole: number): number {
  return Math.round(Math.max(0, Math.min(whole - length, centre * whole - length / 2)))
}

function size(width: number, height: number): Size {
  return {width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height))}
}
