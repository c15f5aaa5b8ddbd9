// The frame of a block in the text: its name, its menu and its preview.
import {Box, Card, Flex, Text} from '@sanity/ui'
import type {ReactNode} from 'react'
import {styled} from 'styled-components'
import {READING_FONT, SANS} from '../../ui/theme/theme.ts'

/** The article's own text, inside the studio. */
export const Reading = styled.div`
  font-family: ${READING_FONT};
  font-size: 1rem;
  line-height: 1.5;
  white-space: normal;
  overflow-wrap: anywhere;

  & p,
  & ul {
    margin: 0;
  }
  & small {
    font-family: ${SANS};
    font-size: 0.8rem;
    color: var(--card-muted-fg-color);
  }
`

interface BlockFrameProps {
  name: string
  actions: ReactNode
  children: ReactNode
}

export function BlockFrame({name, actions, children}: BlockFrameProps) {
  return (
    <Card padding={3} radius={2} tone="inherit" contentEditable={false}>
      <Flex align="center" gap={2}>
        <Box flex={1}>
          <Text size={0} muted weight="medium">
            {name}
          </Text>
        </Box>
        {actions}
      </Flex>
      <Box paddingTop={2}>{children}</Box>
    </Card>
  )
}

/** Shown while something must still be chosen. */
export function Unfinished({children}: {children: ReactNode}) {
  return (
    <Text size={1} muted>
      {children}
    </Text>
  )
}
