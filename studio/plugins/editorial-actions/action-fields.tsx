// The fields of an editorial action's dialog. Each action has some of them.
import {TextArea} from '@sanity/ui'
import {useId, useState} from 'react'
import {EDITORIAL_ACTIONS, type EditorialActionRequest} from '../../../model/editorial-actions.ts'
import {useNewsroomTime} from '../../ui/time/use-newsroom-time.ts'
import {ACTION_LABELS, type PieceAction} from './action-labels.ts'
import {CorrectionFields} from './correction-fields.tsx'
import {PublishAt} from './publish-at.tsx'
import {Labelled} from '../../ui/labelled.tsx'

interface ActionFieldsProps {
  action: PieceAction
  request: Partial<EditorialActionRequest>
  /** Readers have seen the piece. */
  wasRead: boolean
  onChange: (changes: Partial<EditorialActionRequest>) => void
}

export function ActionFields({action, request, wasRead, onChange}: ActionFieldsProps) {
  const id = useId()
  const time = useNewsroomTime()
  const [openedAt] = useState(() => Date.now())
  const noteLabel = EDITORIAL_ACTIONS[action].needsNote ?? ACTION_LABELS[action].noteLabel
  return (
    <>
      {action === 'schedule' && (
        <PublishAt
          value={request.publishAt}
          onChange={(publishAt) => onChange({publishAt})}
          time={time}
          now={openedAt}
        />
      )}
      {(action === 'publish' || action === 'schedule') && wasRead && (
        <CorrectionFields
          value={request.correction}
          onChange={(correction) => onChange({correction})}
        />
      )}
      {noteLabel && (
        <Labelled id={id} label={noteLabel}>
          <TextArea
            id={id}
            data-testid="act-note"
            rows={3}
            value={request.note ?? ''}
            onChange={(event) => onChange({note: event.currentTarget.value})}
          />
        </Labelled>
      )}
    </>
  )
}
