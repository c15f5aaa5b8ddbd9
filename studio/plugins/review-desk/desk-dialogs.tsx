// The dialog of the desk that is open: assigning, what a plugin offers, or the keys.
import {Box, Dialog, Flex, Inline, KBD, Stack, Text} from '@sanity/ui'
import type {DeskAction} from '../../data/slots.tsx'
import {AssignDialog} from './assign-dialog.tsx'
import {DESK_KEYS} from './desk-keys.ts'
import type {useDesk} from './use-desk.ts'

export function DeskDialogs({desk}: {desk: ReturnType<typeof useDesk>}) {
  const {assigning, assignable, actions, describe, maySelect} = desk
  const {opened} = actions
  return (
    <>
      {assigning && (
        <AssignDialog
          pieces={assigning}
          colleagues={assignable}
          {...describe}
          onClose={desk.endAssigning}
        />
      )}
      {opened && <opened.action.dialog piece={opened.piece} onClose={actions.close} />}
      {desk.showsKeys && (
        <KeysDialog
          maySelect={maySelect}
          offered={actions.offered}
          onClose={() => desk.setShowsKeys(false)}
        />
      )}
    </>
  )
}

interface KeysDialogProps {
  maySelect: boolean
  offered: readonly DeskAction[]
  onClose: () => void
}

function KeysDialog({maySelect, offered, onClose}: KeysDialogProps) {
  const keys = [
    ...DESK_KEYS.filter(({selecting}) => maySelect || !selecting),
    ...offered.map(({shortcut, title}) => ({keys: [shortcut], does: title})),
  ]
  return (
    <Dialog id="desk-keys" header="Keys of the desk" width={0} onClose={onClose}>
      <Box padding={4}>
        <Stack gap={3}>
          {keys.map(({keys: pressed, does}) => (
            <Flex key={does} align="center" gap={4}>
              <Box flex={1}>
                <Text size={1}>{does}</Text>
              </Box>
              <Inline gap={1}>
                {pressed.map((key) => (
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
