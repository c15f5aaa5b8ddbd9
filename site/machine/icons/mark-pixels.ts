import type {Bytes} from './encode-png.ts'
import {CORNER, LINES, MARK_COLOUR, MARK_SIZE, THICKNESS} from './mark.ts'

/** Samples per pixel, across and down, where the edge is round. */
const SAMPLES = 4
const RED = [1, 3, 5].map((at) => Number.parseInt(MARK_COLOUR.slice(at, at + 2), 16))

/** The mark in RGBA, `size` pixels square. */
export function markPixels(size: number): Bytes {
  const pixels = new Uint8Array(size * size * 4)
  const unit = MARK_SIZE / size
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const at = (y * size + x) * 4
      const white = lineShare(x * unit, y * unit, unit)
      for (const [channel, value] of RED.entries())
        pixels[at + channel] = Math.round(value + (255 - value) * white)
      pixels[at + 3] = Math.round(plateShare(x * unit, y * unit, unit) * 255)
    }
  return pixels
}

/** How much of a pixel the lines cover. */
function lineShare(u: number, v: number, unit: number): number {
  let area = 0
  for (const [left, right, y] of LINES) {
    const width = Math.min(u + unit, right) - Math.max(u, left)
    const height = Math.min(v + unit, y + THICKNESS / 2) - Math.max(v, y - THICKNESS / 2)
    if (width > 0 && height > 0) area += width * height
  }
  return area / unit ** 2
}

/** How much of a pixel the square covers: all of it but at the round corners. */
function plateShare(u: number, v: number, unit: number): number {
  const isCorner = (at: number) => at < CORNER || at + unit > MARK_SIZE - CORNER
  if (!isCorner(u) || !isCorner(v)) return 1
  let inside = 0
  for (let sample = 0; sample < SAMPLES ** 2; sample++) {
    const across = ((sample % SAMPLES) + 0.5) / SAMPLES
    const down = (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES
    if (isOnPlate(u + across * unit, v + down * unit)) inside++
  }
  return inside / SAMPLES ** 2
}

function isOnPlate(u: number, v: number): boolean {
  const dx = Math.max(CORNER - u, u - (MARK_SIZE - CORNER), 0)
  const dy = Math.max(CORNER - v, v - (MARK_SIZE - CORNER), 0)
  return dx * dx + dy * dy <= CORNER * CORNER
}
