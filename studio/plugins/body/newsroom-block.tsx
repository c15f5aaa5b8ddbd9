// Renders the blocks of an article's text as readers will see them.
import type {ComponentType, ReactNode} from 'react'
import type {BlockProps, RenderPreviewCallback} from 'sanity'
import {
  CallToActionPreview,
  EmbedPreview,
  FactBoxPreview,
  KeyPointsPreview,
  PhotoUsePreview,
  QuoteUsePreview,
  type BlockPreviewProps,
} from './block-previews.tsx'

const PREVIEWS: Record<string, ComponentType<BlockPreviewProps>> = {
  photoUse: PhotoUsePreview,
  quoteUse: QuoteUsePreview,
  callToAction: CallToActionPreview,
  keyPoints: KeyPointsPreview,
  factBox: FactBoxPreview,
  embed: EmbedPreview,
}

const renderBlockPreview: RenderPreviewCallback = ({actions, schemaType, value}) => {
  const Preview = PREVIEWS[schemaType.name]
  if (!Preview) return <></>
  const fields = (value ?? {}) as Record<string, unknown>
  return <Preview actions={actions as ReactNode} schemaType={schemaType} value={fields} />
}

/** Text blocks and unknown objects are rendered by the studio. */
export function NewsroomBlock(props: BlockProps) {
  return props.schemaType.name in PREVIEWS
    ? props.renderDefault({...props, renderPreview: renderBlockPreview})
    : props.renderDefault(props)
}
