// The changes of a piece since its submission, its approval and its publication, each in a tab.
import {Box, Stack, Tab, TabList, TabPanel} from '@sanity/ui'
import {useId, useState} from 'react'
import {ChangesSince, type PieceVersion} from '../../ui/diff/changes-since.tsx'

interface ChangesTabsProps {
  /** The piece as it was approved. */
  approved: PieceVersion
  /** The piece as it was last submitted. */
  submitted: PieceVersion
  /** The piece as readers see it. */
  published: PieceVersion
  /** The piece as the newsroom sees it now. */
  current: PieceVersion
}

/** Opens on the approval; if there is none, on the submission or on the publication. */
export function ChangesTabs({approved, submitted, published, current}: ChangesTabsProps) {
  const id = useId()
  const [chosen, choose] = useState<string | null>(null)
  const tabs = tabsOf({approved, submitted, published})
  const first = submitted ? 'submission' : published ? 'publication' : 'approval'
  const open = chosen ?? (approved === null ? first : 'approval')
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

/** One tab for each version that the current one is compared with. */
const tabsOf = ({
  approved,
  submitted,
  published,
}: Pick<ChangesTabsProps, 'approved' | 'submitted' | 'published'>) => [
  ...(submitted
    ? [
        {
          name: 'submission',
          title: 'Since it was submitted',
          before: submitted,
          emptyText: 'Nothing has changed since it was submitted.',
          missingText: 'It has not been submitted yet.',
        },
      ]
    : []),
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
