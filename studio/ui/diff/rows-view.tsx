// The text of an article, or a list, with the changes of each paragraph or item.
import {Button, Flex, Stack} from '@sanity/ui'
import {useState, type ReactNode} from 'react'
import type {FieldDiff, Row} from './diff-model.ts'
import {fold} from './fold.ts'
import {RowView} from './row-view.tsx'

interface RowsViewProps {
  rows: readonly Row[]
  noun: 'paragraph' | 'item'
  /** Shows what changed inside a block or an item. */
  renderField: (field: FieldDiff) => ReactNode
}

export function RowsView({rows, noun, renderField}: RowsViewProps) {
  return (
    <Stack gap={noun === 'item' ? 2 : 4}>
      {fold(rows).map((stretch) =>
        stretch.kind === 'shown' ? (
          <RowView key={stretch.row.key} row={stretch.row} renderField={renderField} />
        ) : (
          <Folded
            key={`before-${stretch.rows[0]?.key}`}
            rows={stretch.rows}
            noun={noun}
            renderField={renderField}
          />
        ),
      )}
    </Stack>
  )
}

function Folded({rows, noun, renderField}: RowsViewProps) {
  const [open, setOpen] = useState(false)
  if (open) return rows.map((row) => <RowView key={row.key} row={row} renderField={renderField} />)
  return (
    <Flex>
      <Button
        aria-label={`Show ${rows.length} unchanged ${noun}s`}
        fontSize={1}
        mode="bleed"
        padding={2}
        text={`… ${rows.length} ${noun}s unchanged …`}
        onClick={() => setOpen(true)}
      />
    </Flex>
  )
}
