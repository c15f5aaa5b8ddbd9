// Ended links with their remarks, folded.
import {ChevronDownIcon} from '@sanity/icons/ChevronDown'
import {ChevronRightIcon} from '@sanity/icons/ChevronRight'
import {Button, Flex, Stack} from '@sanity/ui'
import {useId, useState, type ReactNode} from 'react'
import type {SharedLink} from './shared-links.ts'
import {endedLabel} from './shared-labels.ts'

interface EndedLinksProps {
  links: readonly SharedLink[]
  /** Unfolded from the beginning. */
  isOpen: boolean
  /** The links themselves. */
  children: ReactNode
}

export function EndedLinks({links, isOpen: isOpenAtFirst, children}: EndedLinksProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  return (
    <Stack gap={3}>
      <Flex>
        <Button
          aria-controls={id}
          aria-expanded={isOpen}
          fontSize={1}
          icon={isOpen ? ChevronDownIcon : ChevronRightIcon}
          mode="bleed"
          padding={2}
          text={endedLabel(links)}
          onClick={() => setOpen(!isOpen)}
        />
      </Flex>
      <div id={id} hidden={!isOpen}>
        {isOpen && children}
      </div>
    </Stack>
  )
}
