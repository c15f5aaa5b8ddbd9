// Words in the text that are annotated with a quote: the speaker is shown beside them.
import {Stack, Text} from '@sanity/ui'
import {Tooltip} from '@sanity/ui/tooltip'
import type {BlockAnnotationProps} from 'sanity'
import {quoted} from './block-labels.ts'
import {useQuotePreview} from './use-quote-preview.ts'

/** Links and other annotations are rendered by the studio. */
export function NewsroomAnnotation(props: BlockAnnotationProps) {
  return props.schemaType.name === 'quotation' ? (
    <QuotationWords {...props} />
  ) : (
    props.renderDefault(props)
  )
}

function QuotationWords(props: BlockAnnotationProps) {
  const {schemaType, value, textElement} = props
  const quote = useQuotePreview(schemaType, value)
  const hasQuote = Boolean((value as {quote?: unknown}).quote)
  const content = (
    <Stack gap={3} padding={1} style={{maxWidth: 320}}>
      <Text size={1} weight="medium">
        {hasQuote ? quote.saidBy : 'No quote chosen'}
      </Text>
      {hasQuote && (
        <Text size={1} muted>
          {quoted(quote.text, quote.kind)}
        </Text>
      )}
    </Stack>
  )
  // Messages of the form open below the words.
  const words = (
    <Tooltip content={content} placement="top" portal>
      <span>{textElement}</span>
    </Tooltip>
  )
  return props.renderDefault({...props, textElement: words})
}
