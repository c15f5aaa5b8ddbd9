// The live articles whose readers see what is amended, and what each of them says about it.
import {Box, Card, Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {IntentLink} from 'sanity/router'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {placeInWords} from '../../data/where-used/use-labels.ts'
import {useWhereUsed} from '../../data/where-used/use-where-used.ts'
import {ActionSection} from './action-dialog-parts.tsx'
import {saySame, type Told} from './amend-request.ts'
import {CorrectionFields} from './correction-fields.tsx'
import {titleOf} from './describe-document.ts'

interface AmendToldProps {
  articles: readonly PieceDocument[]
  /** What is amended. */
  documentId: string
  type: string
  value: Told
  onChange: (value: Told) => void
  /** Told when a link was followed. */
  onFollow: () => void
}

export function AmendTold({articles, documentId, type, value, onChange, onFollow}: AmendToldProps) {
  const id = useId()
  const {entries} = useWhereUsed(documentId, type)
  const isOne = articles.length === 1
  const isSame = isOne || value.isSame
  const ids = articles.map(({_id}) => _id)
  if (articles.length === 0) return null
  return (
    <ActionSection
      title={
        isOne
          ? 'Readers of a live article see it'
          : `Readers of ${articles.length} live articles see it`
      }
    >
      {articles.map((article) => (
        <Card
          key={article._id}
          border
          padding={3}
          radius={3}
          data-testid={`amend-article-${article._id}`}
        >
          <Stack gap={4}>
            <Stack gap={3}>
              <Text size={1} weight="medium">
                <IntentLink
                  intent="edit"
                  params={{id: article._id, type: article._type}}
                  onClick={onFollow}
                >
                  {titleOf(article)}
                </IntentLink>
              </Text>
              {placesIn(entries, article._id).map((place) => (
                <Text key={place} size={1} muted>
                  {place}
                </Text>
              ))}
            </Stack>
            {!isSame && (
              <CorrectionFields
                question="What kind of change is it for its readers?"
                value={value.each[article._id]}
                onChange={(said) =>
                  onChange({...value, each: {...value.each, [article._id]: said}})
                }
              />
            )}
          </Stack>
        </Card>
      ))}
      {!isOne && (
        <Flex as="label" align="center" gap={3} htmlFor={`${id}-same`}>
          <Checkbox
            id={`${id}-same`}
            data-testid="amend-same"
            checked={value.isSame}
            onChange={(event) => onChange(saySame(ids, value, event.currentTarget.checked))}
          />
          <Text size={1}>All of them say the same</Text>
        </Flex>
      )}
      {isSame && (
        <Box paddingTop={2}>
          <CorrectionFields
            {...(!isOne && {
              question: 'Readers have seen these articles. What kind of change is it?',
            })}
            value={value.same}
            onChange={(same) => onChange({...value, same})}
          />
        </Box>
      )}
    </ActionSection>
  )
}

/** Words of the article's own stand in the place of a photo's caption: its readers see no change. */
function placesIn(
  entries: ReturnType<typeof useWhereUsed>['entries'],
  articleId: string,
): string[] {
  const uses = entries?.find(({id}) => id === articleId)?.live?.uses ?? []
  return [
    ...new Set(
      uses.map((use) =>
        use.caption ? `${placeInWords(use)}, with the article’s own caption` : placeInWords(use),
      ),
    ),
  ]
}
