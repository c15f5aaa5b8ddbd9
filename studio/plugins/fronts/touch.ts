// On a phone, everything that is pressed has room for a finger: 44 px.
import {styled} from 'styled-components'

export const Touch = styled.div`
  @media (max-width: 700px) {
    button,
    select,
    input,
    a[data-ui='Button'] {
      min-height: 44px;
      min-width: 44px;
    }
  }
`
