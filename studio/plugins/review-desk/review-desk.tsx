// The Review desk: all current pieces by state, the person's own first, live.
import {Box, Flex, Dialog, Inline, KBD, Stack, Text} from '@sanity/ui'
import {AssignDialog} from './assign-dialog.tsx'
import {DeskGrid} from './desk-grid.tsx'
import {DeskNothing, DeskOutdated, DeskWaiting} from './desk-states.tsx'
import {DeskToolbar} from './desk-toolbar.tsx'
import {focusRow} from './focus-row.ts'
import {SelectionBar} from './selection-bar.tsx'
import {goToQueue, useDesk} from './use-desk.ts'
import {DESK_KEYS} from './desk-keys.ts'

/** @param isMyWork shows only the person's own pieces */
export function ReviewDesk({isMyWork = false}: {isMyWork?: boolean}) {
  const desk = useDesk(isMyWork)
  const {data, view, selection, maySelect, describe, assigning} = desk
  const {selected} = selection
  const {memory, change, queues, order} = view
  if (data.status !== 'ready') return <DeskWaiting message={data.message} onRetry={data.reload} />
  return (
    <Flex direction="column" height="fill" data-testid="review-desk">
      <DeskToolbar
        filters={memory}
        isMyWork={isMyWork}
        sections={data.frame?.sections ?? []}
        queues={queues}
        filterRef={desk.filter}
        onFilter={change}
        onFound={() => focusRow(order[0])}
        onGoTo={(name) => goToQueue(name, view)}
        onKeys={() => desk.setShowsKeys(true)}
      />
      {data.message && <DeskOutdated message={data.message} onRetry={data.reload} />}
      <Box flex={1} overflow="auto" style={{position: 'relative'}}>
        {queues.some(({pieces}) => pieces.length > 0) ? (
          <DeskGrid
            view={view}
            selected={new Set(selected)}
            maySelect={maySelect}
            describe={describe}
            onSelectAll={selection.selectAll}
            actions={desk.rowActions}
          />
        ) : (
          <DeskNothing
            isMyWork={isMyWork}
            isFiltered={Boolean(memory.section || memory.words || (memory.onlyMine && !isMyWork))}
            onAll={() => change({section: '', words: '', onlyMine: false})}
          />
        )}
      </Box>
      {selected.length > 0 && (
        <SelectionBar
          count={selected.length}
          onAssign={() => desk.assign(selected)}
          onClear={selection.clear}
        />
      )}
      {assigning && (
        <AssignDialog
          pieces={assigning}
          colleagues={desk.assignable}
          {...describe}
          onClose={desk.endAssigning}
        />
      )}
      {desk.showsKeys && (
        <KeysDialog maySelect={maySelect} onClose={() => desk.setShowsKeys(false)} />
      )}
    </Flex>
  )
}

function KeysDialog({maySelect, onClose}: {maySelect: boolean; onClose: () => void}) {
  return (
    <Dialog id="desk-keys" header="Keys of the desk" width={0} onClose={onClose}>
      <Box padding={4}>
        <Stack gap={3}>
          {DESK_KEYS.filter(({selecting}) => maySelect || !selecting).map(({keys, does}) => (
            <Flex key={does} align="center" gap={4}>
              <Box flex={1}>
                <Text size={1}>{does}</Text>
              </Box>
              <Inline gap={1}>
                {keys.map((key) => (
                  <KBD key={key} fontSize={1}>
                    {key}
                  </KBD>
                ))}
              </Inline>
            </Flex>
          ))}
        </Stack>
      </Box>
    </Dialog>
  )
}
