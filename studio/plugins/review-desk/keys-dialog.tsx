// Which keys the desk knows.
import {Box, Dialog, Flex, Inline, KBD, Stack, Text} from '@sanity/ui'
import {DESK_KEYS} from './desk-keys.ts'

export function KeysDialog({maySelect, onClose}: {maySelect: boolean; onClose: () => void}) {
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
