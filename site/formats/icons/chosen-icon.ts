import type {Publisher} from '../publisher.ts'

/** The address of the newsroom's own icon as a square of `size` pixels; `undefined` where the settings have none. */
export const chosenIcon = (
  {settings, images}: Pick<Publisher, 'settings' | 'images'>,
  size: number,
): string | undefined =>
  settings?.icon ? images.rendition(settings.icon, [size], 1)?.src : undefined
