// The stage of a piece: `review.<id of the article>`. The server writes it.
import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {CONTENT_TYPES} from '../../model/content-types.ts'
import {typesOfKind} from '../../model/registry.ts'
import {STATES} from '../../model/stages.ts'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {subjectReferenceField, titleSelected, titleThrough} from '../fields/record-subject.ts'
import {
  approvalField,
  assignmentField,
  legalField,
  publicationField,
  scheduleFailureField,
  scheduleField,
  submissionField,
} from '../fields/review-steps.ts'
import {signatureFields} from '../fields/signature.ts'
import {recordId} from '../rules/document-id.ts'
import {momentField, stringField, textField} from '../fields/record-field.ts'

const STATE_OPTIONS = Object.entries(STATES).map(([value, {title}]) => ({title, value}))
const STAGE_OPTIONS = STATE_OPTIONS.filter(({value}) => value !== 'beingCorrected')

export const review = defineType({
  name: 'review',
  title: 'Review',
  type: 'document',
  icon: ClipboardIcon,
  liveEdit: true,
  readOnly: true,
  // Shown with its article; in a search it would stand beside it under the same headline.
  __experimental_omnisearch_visibility: false,
  fields: [
    subjectReferenceField(),
    defineField({
      name: 'subjectType',
      title: 'Kind',
      description: 'What kind of document it is about.',
      type: 'string',
      options: {
        list: typesOfKind('piece', 'member').map((value) => ({
          title: CONTENT_TYPES[value].title,
          value: value as string,
        })),
      },
    }),
    defineField({
      name: 'stage',
      title: 'Stage',
      description: 'How far people have taken it.',
      type: 'string',
      options: {list: STAGE_OPTIONS},
    }),
    defineField({
      name: 'state',
      title: 'State',
      description: 'Its state now: the stage, seen together with the content.',
      type: 'string',
      options: {list: STATE_OPTIONS},
    }),
    defineField({
      name: 'lapsed',
      title: 'Approval lapsed',
      description: 'It was approved, and has been changed since.',
      type: 'boolean',
    }),
    submissionField(),
    approvalField(),
    publicationField(),
    scheduleField(),
    scheduleFailureField(),
    legalField(),
    textField(
      'embargoNote',
      'Reason for the embargo',
      'Why it must not appear earlier. Seen by the newsroom only.',
    ),
    assignmentField(),
    defineField({
      name: 'changedBy',
      title: 'Changed by',
      description: 'Accounts that changed anything since it was last submitted.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
    }),
    stringField('writer', 'Begun by', 'The account that began the draft.'),
    textField(
      'requestedChanges',
      'Requested changes',
      'What the editor asked for, until it is submitted again.',
      3,
    ),
    defineField({
      name: 'history',
      title: 'History',
      description: 'What has been done to it, in order.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'object',
          fields: [
            ...signatureFields(),
            stringField('act', 'Editorial action', 'What was done.'),
            defineField({
              name: 'from',
              title: 'From',
              description: 'Its state before.',
              type: 'string',
              options: {list: STATE_OPTIONS},
            }),
            defineField({
              name: 'to',
              title: 'To',
              description: 'Its state after.',
              type: 'string',
              options: {list: STATE_OPTIONS},
            }),
            textField('note', 'Note', 'What was said with it.'),
            momentField('dueAt', 'Planned for', 'If it was scheduled: when it was due.'),
          ],
          preview: {
            select: {act: 'act', byName: 'byName', at: 'at'},
            prepare: ({act, byName, at}) => ({
              title: act || 'Editorial action',
              subtitle: [byName, at?.slice(0, 10)].filter(Boolean).join(' · '),
            }),
          },
        }),
      ],
    }),
  ],
  validation: (rule) => rule.custom(recordId('review')),
  orderings: [
    {title: 'Last changed', name: 'updatedDesc', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {...titleThrough('subject'), state: 'state', lapsed: 'lapsed'},
    prepare: ({state, lapsed, ...subject}) => ({
      title: titleSelected(subject) ?? 'Review',
      subtitle: [
        STATE_OPTIONS.find(({value}) => value === state)?.title,
        lapsed && 'approval lapsed',
      ]
        .filter(Boolean)
        .join(' · '),
      media: ClipboardIcon,
    }),
  },
})
