// Finds stories for a front: the newest, or by words.
import {AddIcon} from '@sanity/icons/Add'
import {SearchIcon} from '@sanity/icons/Search'
import {Box, Button, Card, Flex, Stack, Text, TextInput} from '@sanity/ui'
import {useState} from 'react'
import {typesOfKind} from '../../../model/registry.ts'
import {isOneOf, pieceField} from '../../../model/registry-groq.ts'
import {carry} from './dragging.ts'
import {useSearch} from './use-search.ts'

export interface FoundStory {
  _id: string
  headline: string | null
  section: string | null
}

const PIECES = isOneOf(typesOfKind('piece'))
const TITLE = pieceField('title')
/** Published ones; drafts are put on a front when they are. */
const FIND_QUERY = `*[${PIECES} && !(_id in path("drafts.**")) && !(_id in path("versions.**"))
  && defined(slug.current) && ($words == "" || ${TITLE} match $pattern || pt::text(body) match $pattern)]
  | order(coalesce(displayDate, firstPublishedAt, _createdAt) desc) [0...12]{
    _id, "headline": ${TITLE}, "section": ${pieceField('section', (field) => `${field}->title`)}
  }`

interface FindStoriesProps {
  /** Ids of the pieces that are placed by hand. */
  placed: ReadonlySet<string>
  onAdd: (story: FoundStory) => void
}

export function FindStories({placed, onAdd}: FindStoriesProps) {
  const [words, setWords] = useState('')
  const {found, problem} = useSearch<FoundStory>(FIND_QUERY, words, 'fronts.find')
  return (
    <Stack gap={3} as="section" aria-label="Find a story">
      <TextInput
        aria-label="Find a story"
        icon={SearchIcon}
        placeholder="Find a story"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {problem && (
        <Text size={1} role="alert">
          The stories could not be loaded: {problem}
        </Text>
      )}
      {found?.length === 0 && (
        <Text size={1} muted>
          No published story has these words.
        </Text>
      )}
      <Stack as="ul" gap={2} style={{listStyle: 'none', margin: 0, padding: 0}}>
        {found?.map((story) => (
          <Found
            key={story._id}
            isPlaced={placed.has(story._id)}
            story={story}
            onAdd={() => onAdd(story)}
          />
        ))}
      </Stack>
    </Stack>
  )
}

interface FoundProps {
  story: FoundStory
  isPlaced: boolean
  onAdd: () => void
}

function Found({story, isPlaced, onAdd}: FoundProps) {
  return (
    <Card
      as="li"
      border
      draggable
      padding={2}
      radius={2}
      onDragStart={(event) => carry(event, {piece: story._id, headline: story.headline})}
    >
      <Flex align="center" gap={2}>
        <Box flex={1}>
          <Stack gap={2}>
            <Text size={1} weight="medium">
              {story.headline || 'No headline'}
            </Text>
            {story.section && (
              <Text muted size={0}>
                {story.section}
              </Text>
            )}
          </Stack>
        </Box>
        <Button
          aria-label={`Add ${story.headline ?? 'the story'}`}
          disabled={isPlaced}
          icon={AddIcon}
          mode="ghost"
          style={{minHeight: 44, minWidth: 44}}
          title={isPlaced ? 'It is placed already.' : 'Add'}
          onClick={onAdd}
        />
      </Flex>
    </Card>
  )
}
