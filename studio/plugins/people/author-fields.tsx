// Asks whether an author of the same name is the person who is invited.
import {Box, Card, Flex, Radio, Stack, Text} from '@sanity/ui'
import {useId} from 'react'
import {NEW_AUTHOR, type AuthorChoice} from './author-choice.ts'

interface AuthorFieldsProps {
  choice: AuthorChoice
  onChange: (author: string) => void
}

/** A group of radio buttons. Nothing is chosen at first. */
export function AuthorFields({choice: {namesakes, chosen}, onChange}: AuthorFieldsProps) {
  const id = useId()
  const options = [
    ...namesakes.map(({id: author, name, slug}) => ({
      value: author,
      title: `The author “${name}”`,
      note: `${slug ? `/author/${slug}. ` : ''}The texts of this author are theirs.`,
    })),
    {value: NEW_AUTHOR, title: 'A new author', note: 'Somebody else has the same name.'},
  ]
  return (
    <Stack gap={3} role="radiogroup" aria-labelledby={`${id}-title`} data-testid="author-choice">
      <Text id={`${id}-title`} size={1} weight="medium">
        There is an author of this name without an account. Who is it?
      </Text>
      <Card border radius={2} overflow="hidden">
        {options.map(({value, title, note}, index) => (
          <Card
            key={value}
            as="label"
            borderTop={index > 0}
            padding={3}
            style={{cursor: 'pointer'}}
          >
            <Flex gap={3} align="flex-start">
              <Radio
                name={id}
                checked={chosen === value}
                aria-labelledby={`${id}-${value}`}
                aria-describedby={`${id}-${value}-note`}
                onChange={() => onChange(value)}
              />
              <Box flex={1}>
                <Stack gap={2}>
                  <Text id={`${id}-${value}`} size={1} weight="medium">
                    {title}
                  </Text>
                  <Text id={`${id}-${value}-note`} size={1} muted>
                    {note}
                  </Text>
                </Stack>
              </Box>
            </Flex>
          </Card>
        ))}
      </Card>
    </Stack>
  )
}
