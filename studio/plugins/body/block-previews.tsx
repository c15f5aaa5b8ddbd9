// Previews of the blocks in the text, as readers will see them.
import {createImageUrlBuilder, type SanityImageSource} from '@sanity/image-url'
import {Card, Flex, Stack, Text} from '@sanity/ui'
import {useMemo, type ReactNode} from 'react'
import {useClient, type SchemaType} from 'sanity'
import {workspaceMode} from '../../data/workspace-mode.ts'
import {textOf} from '../../ui/form-values.ts'
import {BlockFrame, Reading, Unfinished} from './block-frame.tsx'
import {plainText, quoted} from './block-labels.ts'
import {useBlockPreview} from './use-block-preview.ts'
import {useQuotePreview} from './use-quote-preview.ts'

export interface BlockPreviewProps {
  schemaType: SchemaType
  value: Record<string, unknown>
  actions: ReactNode
}

const PHOTO_PATHS = {
  caption: 'caption',
  photoCaption: 'photo.caption',
  alt: 'photo.alt',
  credit: 'photo.creditLine',
  image: 'photo.image',
}

export function PhotoUsePreview({schemaType, value, actions}: BlockPreviewProps) {
  const photo = useBlockPreview(schemaType, value, PHOTO_PATHS)
  const source = usePictureAddress(photo?.['image'] as SanityImageSource | undefined)
  const caption = (photo?.['caption'] ?? photo?.['photoCaption']) as string | undefined
  const credit = photo?.['credit'] as string | undefined
  const small = value['role'] === 'supporting'
  return (
    <BlockFrame name={value['role'] === 'showcase' ? 'Photo, wide' : 'Photo'} actions={actions}>
      {value['photo'] ? (
        <Reading>
          {source && (
            <img
              src={source}
              alt={textOf(photo?.['alt'])}
              style={{maxHeight: small ? 180 : 360, maxWidth: '100%', display: 'block'}}
            />
          )}
          <p style={{fontSize: '0.9rem', marginTop: '0.4rem'}}>
            {caption ?? <em>No caption yet</em>}{' '}
            <small>{credit ?? 'No credit yet: it cannot be published.'}</small>
          </p>
        </Reading>
      ) : (
        <Unfinished>Open it to choose a photo or to upload one.</Unfinished>
      )}
    </BlockFrame>
  )
}

export function QuoteUsePreview({schemaType, value, actions}: BlockPreviewProps) {
  const quote = useQuotePreview(schemaType, value)
  const pull = value['display'] === 'pull'
  return (
    <BlockFrame name={pull ? 'Pull quote' : 'Quote'} actions={actions}>
      {value['quote'] ? (
        <Reading>
          <blockquote
            lang={quote.language}
            style={{
              margin: 0,
              paddingLeft: '1rem',
              borderLeft: '3px solid #b3261e',
              fontSize: pull ? '1.35rem' : '1.05rem',
            }}
          >
            <p>{quoted(quote.text, quote.kind)}</p>
            <small>{quote.saidBy}</small>
          </blockquote>
        </Reading>
      ) : (
        <Unfinished>Open it to choose a quote or to write one down.</Unfinished>
      )}
    </BlockFrame>
  )
}

export function CallToActionPreview({value, actions}: BlockPreviewProps) {
  const label = value['label'] as string | undefined
  return (
    <BlockFrame name="Call to action" actions={actions}>
      <Flex align="center" gap={3} wrap="wrap">
        <Reading>{(value['text'] as string) || 'What are readers asked to do?'}</Reading>
        {label && (
          <Card tone="primary" radius={2} paddingX={3} paddingY={2}>
            <Text size={1} weight="semibold">
              {label}
            </Text>
          </Card>
        )}
      </Flex>
    </BlockFrame>
  )
}

export function KeyPointsPreview({value, actions}: BlockPreviewProps) {
  const points = Array.isArray(value['points']) ? (value['points'] as string[]) : []
  return (
    <BlockFrame name="Key points" actions={actions}>
      <Reading>
        <strong>{(value['title'] as string) || 'Key points'}</strong>
        <ul style={{paddingLeft: '1.2rem'}}>
          {points.map((point, index) => (
            // Points are plain strings without keys.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>{point}</li>
          ))}
        </ul>
      </Reading>
    </BlockFrame>
  )
}

export function FactBoxPreview({value, actions}: BlockPreviewProps) {
  return (
    <BlockFrame name="Fact box" actions={actions}>
      <Card padding={3} radius={2} tone="transparent" border>
        <Reading>
          <strong>{(value['title'] as string) || 'Fact box without a title'}</strong>
          <Stack gap={2}>
            {plainText(value['body']).map(({key, text}) => (
              <p key={key}>{text}</p>
            ))}
          </Stack>
        </Reading>
      </Card>
    </BlockFrame>
  )
}

export function EmbedPreview({value, actions}: BlockPreviewProps) {
  const url = value['url'] as string | undefined
  const host = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : undefined
  return (
    <BlockFrame name={host ? `From ${host}` : 'Embed'} actions={actions}>
      <Reading>
        <p>{(value['title'] as string) || 'Say what it shows.'}</p>
        <small>{url ?? 'No address yet'}</small>
      </Reading>
    </BlockFrame>
  )
}

function usePictureAddress(image: SanityImageSource | undefined): string | undefined {
  const client = useClient({apiVersion: '2025-02-19'})
  const asset = (image as {asset?: {_ref?: string}} | undefined)?.asset
  return useMemo(() => {
    if (!image || !asset) return undefined
    const {projectId = '', dataset = ''} = client.config()
    const base = workspaceMode().embedded ? {baseUrl: window.location.origin} : {}
    return createImageUrlBuilder({projectId, dataset, ...base})
      .image(image)
      .width(1200)
      .fit('max')
      .auto('format')
      .url()
  }, [asset, client, image])
}
