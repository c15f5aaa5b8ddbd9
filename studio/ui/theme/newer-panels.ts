// Some of the studio's panels (comments, the newest) are drawn with newer components, which know nothing
// of the theme and take their font from a variable.
import {createGlobalStyle} from 'styled-components'
import {SANS} from './theme.ts'

export const NewerPanels = createGlobalStyle`
  html:root {
    --sans: ${SANS};
  }
`
