// Colours of a picture in the shape of Sanity's `metadata.palette`.
import type {Json} from '../types.ts'

interface Swatch {
  rgb: [number, number, number]
  /** Pixels. */
  count: number
  saturation: number
  lightness: number
}

interface Target {
  saturation: [least: number, ideal: number, most: number]
  lightness: [least: number, ideal: number, most: number]
}

const VIVID: Target['saturation'] = [0.35, 1, 1]
const MUTED: Target['saturation'] = [0, 0.3, 0.4]
const DARK: Target['lightness'] = [0, 0.26, 0.45]
const MIDDLE: Target['lightness'] = [0.3, 0.5, 0.7]
const LIGHT: Target['lightness'] = [0.55, 0.74, 1]

const TARGETS: Record<string, Target> = {
  vibrant: {saturation: VIVID, lightness: MIDDLE},
  darkVibrant: {saturation: VIVID, lightness: DARK},
  lightVibrant: {saturation: VIVID, lightness: LIGHT},
  muted: {saturation: MUTED, lightness: MIDDLE},
  darkMuted: {saturation: MUTED, lightness: DARK},
  lightMuted: {saturation: MUTED, lightness: LIGHT},
}

/**
 * A palette of up to seven swatches. A swatch without a matching colour is left out.
 * @param pixels interleaved 8-bit RGBA of a small version of the picture
 */
export function palette(pixels: Uint8Array): {[key: string]: Json} {
  const swatches = collect(pixels)
  const total = swatches.reduce((sum, swatch) => sum + swatch.count, 0)
  const dominant = swatches.toSorted((a, b) => b.count - a.count)[0]
  const result: {[key: string]: Json} = {_type: 'sanity.imagePalette'}
  if (!dominant) return result
  result.dominant = describe(dominant, total)
  for (const [name, target] of Object.entries(TARGETS)) {
    const best = bestFor(target, swatches, dominant.count)
    if (best) result[name] = describe(best, total)
  }
  return result
}

/** Groups the opaque pixels by the upper four bits of each channel and averages each group. */
function collect(pixels: Uint8Array): Swatch[] {
  const groups = new Map<number, {sum: [number, number, number]; count: number}>()
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    if (pixels[at + 3]! < 128) continue
    const [r, g, b] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!]
    const key = ((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4)
    const group = groups.get(key) ?? {sum: [0, 0, 0], count: 0}
    group.sum[0] += r
    group.sum[1] += g
    group.sum[2] += b
    group.count++
    groups.set(key, group)
  }
  return [...groups.values()].map(({sum, count}) => {
    const rgb: Swatch['rgb'] = [
      Math.round(sum[0] / count),
      Math.round(sum[1] / count),
      Math.round(sum[2] / count),
    ]
    const most = Math.max(...rgb) / 255
    const least = Math.min(...rgb) / 255
    const lightness = (most + least) / 2
    const spread = most - least
    const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1))
    return {rgb, count, lightness, saturation}
  })
}

function within(value: number, [least, , most]: [number, number, number]): boolean {
  return value >= least && value <= most
}

function bestFor(target: Target, swatches: Swatch[], mostPixels: number): Swatch | undefined {
  const score = (swatch: Swatch) =>
    2 * (1 - Math.abs(swatch.lightness - target.lightness[1])) +
    (1 - Math.abs(swatch.saturation - target.saturation[1])) +
    swatch.count / mostPixels
  return swatches
    .filter((s) => within(s.lightness, target.lightness) && within(s.saturation, target.saturation))
    .toSorted((a, b) => score(b) - score(a))[0]
}

function describe(swatch: Swatch, total: number): Json {
  const hex = swatch.rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')
  const ink = contrastWithWhite(swatch.rgb) >= 4.5 ? '#fff' : '#000'
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${hex}`,
    foreground: ink,
    // Per cent of the picture.
    population: Math.round((swatch.count / total) * 10_000) / 100,
    title: ink,
  }
}

/** WCAG contrast ratio of white text on the colour. */
function contrastWithWhite(rgb: Swatch['rgb']): number {
  const [r, g, b] = rgb.map((channel) => {
    const value = channel / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as Swatch['rgb']
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}
