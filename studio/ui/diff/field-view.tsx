// One changed field under the title that the form gives it.
import {Stack, Text} from '@sanity/ui'
import {Added, DiffText, Removed} from './diff-theme.tsx'
import type {FieldDiff} from './diff-model.ts'
import {RowsView} from './rows-view.tsx'
import {RunsView} from './runs-view.tsx'

export function FieldView({field}: {field: FieldDiff}) {
  return (
    <Stack gap={3} role="group" aria-label={field.title} data-testid={`diff-${field.path}`}>
      <Text size={1} muted weight="medium">
        {field.title}
      </Text>
      <Value field={field} />
    </Stack>
  )
}

function Value({field}: {field: FieldDiff}) {
  switch (field.kind) {
    case 'words':
      return (
        <DiffText>
          <RunsView runs={field.runs} />
        </DiffText>
      )
    case 'rows':
      return (
        <RowsView
          rows={field.rows}
          noun={field.noun}
          renderField={(inner) => <FieldView key={inner.path + inner.title} field={inner} />}
        />
      )
    case 'note':
      return <Text size={1}>{field.note}</Text>
    case 'swap':
      return (
        <Stack gap={3}>
          <DiffText>
            {field.before && <Removed>{field.before}</Removed>}
            {field.before && field.after && ' '}
            {field.after && <Added>{field.after}</Added>}
          </DiffText>
          {field.note && <Text size={1}>{field.note}</Text>}
        </Stack>
      )
  }
}
