// The bar above the page. Its own way to share is Sanity's, whose links need an account here: who has none
// is given a link of ours, from *Review*.
import type {PreviewHeaderProps} from 'sanity/presentation'
import {NarrowPanes} from './narrow-panes.ts'

export function PageHeader(props: PreviewHeaderProps) {
  return (
    <>
      <NarrowPanes />
      {props.renderDefault({...props, canSharePreviewAccess: false})}
    </>
  )
}
