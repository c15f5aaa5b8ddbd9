import {isColour} from '../../../model/colours.ts'
import {direction} from '../../display/language.ts'
import {chosenIcon} from '../icons/chosen-icon.ts'
import {DRAWN_ICON_PATH, iconPath} from '../icons/icon-path.ts'
import {MARK_COLOUR} from '../icons/mark.ts'
import type {Publisher} from '../publisher.ts'

const PNG_SIZES = [192, 512]

/** The web app manifest: name, colours and icon for a phone's home screen. */
export function manifest(publisher: Publisher): object {
  const {name, language, settings} = publisher
  const isChosen = chosenIcon(publisher, 192) !== undefined
  return {
    id: '/',
    name,
    // What fits below an icon.
    short_name: name.length <= 12 ? name : undefined,
    description: settings?.strapline ?? undefined,
    lang: language,
    dir: direction(language),
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    theme_color: isColour(settings?.colour ?? '') ? settings?.colour : MARK_COLOUR,
    background_color: '#ffffff',
    icons: [
      ...PNG_SIZES.map((size) => ({
        src: chosenIcon(publisher, size) ?? iconPath(size),
        sizes: `${size}x${size}`,
        type: isChosen ? undefined : 'image/png',
      })),
      ...(isChosen ? [] : [{src: DRAWN_ICON_PATH, sizes: 'any', type: 'image/svg+xml'}]),
    ],
  }
}
