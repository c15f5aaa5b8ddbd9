// Words in the text that are annotated with a quote: the speaker is shown beside them.
import {Stack, Text} from '@sanity/ui'
import {Tooltip} from '@sanity/ui/tooltip'
import type {BlockAnnotationProps, SchemaTypeDefinition} from 'sanity'
import {quoted} from './block-labels.ts'
import {useQuotePreview} from './use-quote-preview.ts'

/** As in the studio. */
const DELAY = {open: 400}

/** The newsroom's types. The editor takes the component of an annotation from its type only, not from a plugin. */
export function withQuotationWords(types: readonly SchemaTypeDefinition[]): SchemaTypeDefinition[] {
  return types.map((type) =>
    type.name === 'quotation'
      ? ({...type, components: {annotation: QuotationWords}} as SchemaTypeDefinition)
      : type,
  )
}

function QuotationWords(props: BlockAnnotationProps) {
  const {schemaType, value, textElement, validation} = props
  const quote = useQuotePreview(schemaType, value)
  const hasQuote = Boolean((value as {quote?: unknown}).quote)
  const content = (
    <Stack gap={3} padding={1} style={{maxWidth: 320}}>
      <Text size={1} weight="medium">
        {hasQuote ? quote.saidBy : 'No quote chosen'}
      </Text>
      {hasQuote && validation.length === 0 && (
        <Text size={1} muted>
          {quoted(quote.text, quote.kind)}
        </Text>
      )}
    </Stack>
  )
  // Messages of the form open below the words. That they differ from the quote is one of them, with both versions.
  const words = (
    <Tooltip content={content} placement="top" portal delay={DELAY}>
      <span>{textElement}</span>
    </Tooltip>
  )
  return props.renderDefault({...props, textElement: words})
}
