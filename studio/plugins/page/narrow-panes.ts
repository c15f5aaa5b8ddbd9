// Lets a form and what stands beside it (Review, comments) share the width that the page leaves them: by
// themselves they keep 640 pixels, and what closes them ends up beyond the window's edge.
import {createGlobalStyle} from 'styled-components'

export const NarrowPanes = createGlobalStyle`
  [data-testid='presentation-root'] [data-testid='document-pane'],
  [data-testid='presentation-root'] [data-testid='document-panel-form-view'] > * {
    min-width: 0 !important;
  }
  [data-testid='presentation-root'] [data-ui='DocumentInspectorPanel'] {
    min-width: 15.5rem !important;
  }
`
