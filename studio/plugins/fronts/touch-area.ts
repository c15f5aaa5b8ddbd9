// What is pressed within it is large enough for a finger.
import {styled} from 'styled-components'

export const TouchArea = styled.div`
  @media (pointer: coarse), (max-width: 700px) {
    button,
    select,
    input,
    [data-ui='Button'] {
      min-height: 44px;
      min-width: 44px;
    }
  }
`
