// The actions on the selected pieces, at the bottom of the desk.
import {Button, Card, Flex, Text} from '@sanity/ui'

interface SelectionBarProps {
  count: number
  onAssign: () => void
  onClear: () => void
}

export function SelectionBar({count, onAssign, onClear}: SelectionBarProps) {
  return (
    <Card borderTop paddingX={4} paddingY={3} role="region" aria-label="Selection">
      <Flex align="center" gap={3}>
        <Text size={1} weight="medium" aria-live="polite">
          {count} selected
        </Text>
        <Button
          tone="primary"
          fontSize={1}
          padding={3}
          text="Assign …"
          aria-keyshortcuts="a"
          onClick={onAssign}
        />
        <Button
          mode="bleed"
          fontSize={1}
          padding={3}
          text="Clear"
          aria-keyshortcuts="Escape"
          onClick={onClear}
        />
      </Flex>
    </Card>
  )
}
