// Rules that give what belongs to a section its hue.
import {HUES} from '../../model/colours.ts'

const rules = (scheme: 'light' | 'dark', within = ''): string =>
  Object.entries(HUES)
    .map(([hue, colours]) => {
      const element = `[data-hue='${hue}']`
      const selector = within ? `${within} ${element},${within}${element}` : element
      return `${selector}{--hue:${colours[scheme]}}`
    })
    .join('')

/** The band of contrast is dark in either scheme. */
export const HUE_CSS = `${rules('light')}@media (prefers-color-scheme:dark){${rules('dark')}}${rules('dark', '.contrast')}@media print{[data-hue]{--hue:#000!important}}`
