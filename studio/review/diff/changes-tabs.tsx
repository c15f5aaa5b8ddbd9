// Both questions that an editor asks of a changed piece, as two tabs of one dialog.
import {Box, Stack, Tab, TabList, TabPanel} from '@sanity/ui'
import {useId, useState} from 'react'
import {ChangesSince, type PieceVersion} from './changes-since.tsx'

interface ChangesTabsProps {
  /** The piece as it was approved. */
  approved: PieceVersion
  /** The piece as readers see it. */
  published: PieceVersion
  /** The piece as the newsroom sees it now. */
  current: PieceVersion
}

/** The body of a dialog. Opens on the approval, or on the publication where there is no approval. */
export function ChangesTabs({approved, published, current}: ChangesTabsProps) {
  const id = useId()
  const [chosen, choose] = useState<string | null>(null)
  const tabs = [
    {
      name: 'approval',
      title: 'Since the approval',
      before: approved,
      emptyText: 'Nothing has changed since it was approved.',
      missingText: 'It has not been approved yet.',
    },
    {
      name: 'publication',
      title: 'Since the last publication',
      before: published,
      emptyText: 'Nothing has changed: readers see it as it is.',
      missingText: 'It has not been published yet: to readers all of it is new.',
    },
  ]
  const open = chosen ?? (approved === null && published ? 'publication' : 'approval')
  return (
    <Stack gap={4}>
      <TabList gap={1}>
        {tabs.map(({name, title}) => (
          <Tab
            key={name}
            id={`${id}-${name}`}
            aria-controls={`${id}-changes`}
            fontSize={1}
            label={title}
            padding={3}
            selected={name === open}
            onClick={() => choose(name)}
          />
        ))}
      </TabList>
      {tabs
        .filter(({name}) => name === open)
        .map(({name, before, emptyText, missingText}) => (
          <TabPanel key={name} id={`${id}-changes`} aria-labelledby={`${id}-${name}`}>
            <Box>
              <ChangesSince
                before={before}
                after={current}
                emptyText={emptyText}
                missingText={missingText}
              />
            </Box>
          </TabPanel>
        ))}
    </Stack>
  )
}
