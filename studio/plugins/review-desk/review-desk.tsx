// The Review desk: all current pieces by state, the person's own first, live.
import {Box, Flex} from '@sanity/ui'
import {DeskDialogs} from './desk-dialogs.tsx'
import {DeskGrid} from './desk-grid.tsx'
import {DeskNothing, DeskOutdated, DeskWaiting} from './desk-states.tsx'
import {DeskToolbar} from './desk-toolbar.tsx'
import {focusRow} from './focus-row.ts'
import {SelectionBar} from './selection-bar.tsx'
import {goToQueue, useDesk} from './use-desk.ts'

/** @param isMyWork shows only the person's own pieces */
export function ReviewDesk({isMyWork = false}: {isMyWork?: boolean}) {
  const desk = useDesk(isMyWork)
  const {data, view, selection, maySelect, describe} = desk
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
            offered={desk.actions.offered}
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
      <DeskDialogs desk={desk} />
    </Flex>
  )
}
