// The bar above the page. Its own way to share is Sanity's, whose links need an account here: who has none
// is given a link of ours, from *Review*.
import type {PreviewHeaderProps} from 'sanity/presentation'

export function PageHeader(props: PreviewHeaderProps) {
  return props.renderDefault({...props, canSharePreviewAccess: false})
}
