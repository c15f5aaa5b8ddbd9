// Buttons within it are large enough for a finger.
import {styled} from 'styled-components'

export const TouchArea = styled.div`
  @media (pointer: coarse) {
    [data-ui='Button'] {
      min-height: 44px;
      min-width: 44px;
    }
  }
`
