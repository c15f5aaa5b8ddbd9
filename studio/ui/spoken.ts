// Text for screen readers only.
import {styled} from 'styled-components'

/** Read aloud, but not visible and not copied. */
export const Spoken = styled.span`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
  user-select: none;
`
