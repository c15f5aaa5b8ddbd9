// The crop of a picture as people set it: what is cut off at each side, and the point that stays in view.
import type {Crop, Hotspot} from './front-document.ts'

/** In whole percent of the picture. */
export interface CropFrame {
  /** Cut off at each side. */
  left: number
  right: number
  top: number
  bottom: number
  /** The point that stays in view, from the left and from the top of the whole picture. */
  x: number
  y: number
}

export type Handle = 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight' | 'point'

/** A crop leaves at least this much, in percent, in each direction. */
const LEAST = 10

/** How large Sanity’s hotspot is around the point, as a fraction of the picture. */
const SPOT = 0.3

type Stored<Fields> = {[Name in keyof Fields]?: unknown} | null | undefined

/** What programs have stored badly counts as not cropped. */
export function cropFrameOf(crop: Stored<Crop>, hotspot: Stored<Hotspot>): CropFrame {
  const percent = (value: unknown, otherwise: number): number =>
    Math.round(100 * (typeof value === 'number' && value >= 0 && value <= 1 ? value : otherwise))
  const sides = {
    left: percent(crop?.left, 0),
    right: percent(crop?.right, 0),
    top: percent(crop?.top, 0),
    bottom: percent(crop?.bottom, 0),
  }
  return withPoint(sides, {
    x: percent(hotspot?.x, (1 + (sides.left - sides.right) / 100) / 2),
    y: percent(hotspot?.y, (1 + (sides.top - sides.bottom) / 100) / 2),
  })
}

/** The frame with another number. A number that cannot be is the nearest that can. */
export function setSide(frame: CropFrame, name: keyof CropFrame, value: number): CropFrame {
  const {left, right, top, bottom, x, y} = frame
  const opposite = {left: right, right: left, top: bottom, bottom: top}
  if (name === 'x' || name === 'y') {
    return withPoint({left, right, top, bottom}, {x, y, [name]: Math.round(value)})
  }
  const most = 100 - LEAST - opposite[name]
  const sides = {left, right, top, bottom, [name]: within(Math.round(value), 0, most)}
  return withPoint(sides, {x, y})
}

/** @param by how far the pointer went, in percent of the picture */
export function dragHandle(
  frame: CropFrame,
  handle: Handle,
  by: {x: number; y: number},
): CropFrame {
  if (handle === 'point') {
    return setSide(setSide(frame, 'x', frame.x + by.x), 'y', frame.y + by.y)
  }
  const across = handle.endsWith('Left')
    ? setSide(frame, 'left', frame.left + by.x)
    : setSide(frame, 'right', frame.right - by.x)
  return handle.startsWith('top')
    ? setSide(across, 'top', frame.top + by.y)
    : setSide(across, 'bottom', frame.bottom - by.y)
}

/** As Sanity stores it. */
export function storedCrop({left, right, top, bottom, x, y}: CropFrame): {
  crop: Crop
  hotspot: Hotspot
} {
  // Sanity’s hotspot does not leave the picture.
  const size = (at: number): number => Math.max(0.02, Math.min(SPOT, at / 50, 2 - at / 50))
  return {
    crop: {
      _type: 'sanity.imageCrop',
      top: top / 100,
      bottom: bottom / 100,
      left: left / 100,
      right: right / 100,
    },
    hotspot: {
      _type: 'sanity.imageHotspot',
      x: x / 100,
      y: y / 100,
      width: size(x),
      height: size(y),
    },
  }
}

/** The point is inside the crop. */
const withPoint = (
  sides: Omit<CropFrame, 'x' | 'y'>,
  {x, y}: Pick<CropFrame, 'x' | 'y'>,
): CropFrame => ({
  ...sides,
  x: within(x, sides.left, 100 - sides.right),
  y: within(y, sides.top, 100 - sides.bottom),
})

const within = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value))
