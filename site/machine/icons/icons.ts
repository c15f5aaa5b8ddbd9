import {encodePng, icoOf, type Bytes} from './encode-png.ts'
import {markPixels} from './mark-pixels.ts'

export interface Icons {
  png(size: number): Promise<Bytes>
  ico(): Promise<Bytes>
}

const ICO_SIZE = 32

/** Draws the mark's pixels, each size once. */
export function createIcons(): Icons {
  const drawn = new Map<number, Promise<Bytes>>()
  const png = (size: number): Promise<Bytes> => {
    const known = drawn.get(size) ?? encodePng(markPixels(size), size)
    drawn.set(size, known)
    return known
  }
  return {png, ico: async () => icoOf(await png(ICO_SIZE), ICO_SIZE)}
}
