// The file as it was read, each line with what it became.
import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {styled} from 'styled-components'
import {ROW_TITLES, type Proposal} from './proposal.ts'
import {ROW_TONES} from './row-tones.ts'
import {pieces, sourceLines, type SourceLine} from './source-lines.ts'

/** Words of a quote, in the colour of quotes. */
const QuoteWords = styled.mark<{$isSelected: boolean}>`
  color: inherit;
  background: var(--card-badge-caution-bg-color);
  border-bottom: 2px solid
    ${({$isSelected}) => ($isSelected ? 'var(--card-focus-ring-color)' : 'transparent')};
  cursor: pointer;
`

const Words = styled(Text)<{$isLeftOut: boolean}>`
  overflow-wrap: anywhere;
  white-space: pre-wrap;
  ${({$isLeftOut}) => $isLeftOut && 'text-decoration: line-through;'}
`

interface SourceViewProps {
  proposal: Proposal
  selected: string
  onSelect: (key: string) => void
}

export function SourceView({proposal, selected, onSelect}: SourceViewProps) {
  return (
    <Box padding={3} role="region" aria-label="The text as it came" data-testid="intake-source">
      <Stack gap={1}>
        {sourceLines(proposal).map((line) => (
          <Line key={line.index} line={line} selected={selected} onSelect={onSelect} />
        ))}
      </Stack>
    </Box>
  )
}

interface LineProps {
  line: SourceLine
  selected: string
  onSelect: (key: string) => void
}

/** The mouse may choose a line. The keyboard moves on the other side. */
function Line({line, selected, onSelect}: LineProps) {
  const {part, isHeading} = line
  const isSelected = part?.key === selected
  return (
    <Card
      {...(part && {'data-source': part.key, onClick: () => onSelect(part.key)})}
      padding={2}
      radius={2}
      tone={part ? ROW_TONES[part.kind] : 'default'}
      {...(isSelected && {shadow: 2})}
      style={{cursor: part ? 'pointer' : undefined}}
    >
      <Flex gap={3} align="flex-start">
        <Box flex={1}>
          <Words
            $isLeftOut={part?.kind === 'leftOut'}
            muted={part?.kind === 'leftOut'}
            size={1}
            weight={isHeading || part?.kind === 'headline' ? 'semibold' : 'regular'}
          >
            {pieces(line).map(({text, key}, index) =>
              key === null ? (
                text
              ) : (
                <QuoteWords
                  key={`${key} ${String(index)}`}
                  $isSelected={key === selected}
                  data-source={key}
                  onClick={(event) => {
                    event.stopPropagation()
                    onSelect(key)
                  }}
                >
                  {text}
                </QuoteWords>
              ),
            )}
          </Words>
        </Box>
        {part && (
          <Badge fontSize={0} tone={part.kind === 'leftOut' ? 'default' : ROW_TONES[part.kind]}>
            {ROW_TITLES[part.kind]}
          </Badge>
        )}
      </Flex>
    </Card>
  )
}
