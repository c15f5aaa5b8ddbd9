// The bar above the page. Its own way to share is Sanity's, whose links need an account here: who has none
// is given a link of ours, from *Review*.
import type {PreviewHeaderProps} from 'sanity/presentation'
import {createGlobalStyle} from 'styled-components'

/**
 * Lets a form and what is beside it (Review, comments) share the width that the page leaves them: by
 * themselves they keep 640 pixels, and what closes them ends up beyond the window's edge.
 */
const NarrowPanes = createGlobalStyle`
  [data-testid='presentation-root'] [data-testid='document-pane'],
  [data-testid='presentation-root'] [data-testid='document-panel-form-view'] > * {
    min-width: 0 !important;
  }
  [data-testid='presentation-root'] [data-ui='DocumentInspectorPanel'] {
    min-width: 15.5rem !important;
  }
`

export function PageHeader(props: PreviewHeaderProps) {
  return (
    <>
      <NarrowPanes />
      {props.renderDefault({...props, canSharePreviewAccess: false})}
    </>
  )
}
