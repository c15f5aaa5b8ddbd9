// The live articles whose readers see an amendment, each with its correction.
import {Box, Card, Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {useId, type ReactNode} from 'react'
import {IntentLink} from 'sanity/router'
import type {PieceDocument} from '../../../workflow/piece.ts'
import {placeLabel} from '../../data/where-used/use-labels.ts'
import {useWhereUsed} from '../../data/where-used/use-where-used.ts'
import {ActionSection} from './action-dialog-parts.tsx'
import {saySame, type ArticleCorrections} from './amend-request.ts'
import {CorrectionFields} from './correction-fields.tsx'
import {titleOf} from './describe-document.ts'

interface AmendCorrectionsProps {
  articles: readonly PieceDocument[]
  /** What is amended. */
  documentId: string
  type: string
  value: ArticleCorrections
  onChange: (value: ArticleCorrections) => void
  /** Called when a link was followed. */
  onFollow: () => void
}

export function AmendCorrections({
  articles,
  documentId,
  type,
  value,
  onChange,
  onFollow,
}: AmendCorrectionsProps) {
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
        <AmendedArticle
          key={article._id}
          article={article}
          places={placesIn(entries, article._id)}
          onFollow={onFollow}
        >
          {!isSame && (
            <CorrectionFields
              question="What kind of change is it for its readers?"
              value={value.each[article._id]}
              onChange={(said) => onChange({...value, each: {...value.each, [article._id]: said}})}
            />
          )}
        </AmendedArticle>
      ))}
      {!isOne && (
        <SameForAll
          isSame={value.isSame}
          onChange={(same) => onChange(saySame(ids, value, same))}
        />
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

interface SameForAllProps {
  isSame: boolean
  onChange: (isSame: boolean) => void
}

function SameForAll({isSame, onChange}: SameForAllProps) {
  const id = useId()
  return (
    <Flex as="label" align="center" gap={3} htmlFor={id}>
      <Checkbox
        id={id}
        checked={isSame}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Text size={1}>All of them say the same</Text>
    </Flex>
  )
}

interface AmendedArticleProps {
  article: PieceDocument
  /** Where in the article it is used. */
  places: readonly string[]
  onFollow: () => void
  children: ReactNode
}

function AmendedArticle({article, places, onFollow, children}: AmendedArticleProps) {
  return (
    <Card border padding={3} radius={3} data-testid={`amend-article-${article._id}`}>
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
          {places.map((place) => (
            <Text key={place} size={1} muted>
              {place}
            </Text>
          ))}
        </Stack>
        {children}
      </Stack>
    </Card>
  )
}

/** An article may have its own caption for a photo: its readers do not see a change of the photo's caption. */
function placesIn(
  entries: ReturnType<typeof useWhereUsed>['entries'],
  articleId: string,
): string[] {
  const uses = entries?.find(({id}) => id === articleId)?.live?.uses ?? []
  return [
    ...new Set(
      uses.map((use) =>
        use.caption ? `${placeLabel(use)}, with the article’s own caption` : placeLabel(use),
      ),
    ),
  ]
}
