// The fields of a review, one for each step of a piece.
import {defineArrayMember, defineField} from 'sanity'
import {CORRECTION_TYPES, correctionTextFields} from './correction-text.ts'
import {signatureFields} from './signature.ts'
import {momentField, stringField, textField} from './record-field.ts'

const noteField = (description: string) => textField('note', 'Note', description)

/** What exactly was seen. */
const coverageFields = () => [
  stringField(
    'hash',
    'Fingerprint of the content',
    'Tells whether the piece is still what it was then.',
  ),
  defineField({
    name: 'authors',
    title: 'New authors',
    description: 'Authors whom readers had never seen: they were part of the piece.',
    type: 'array',
    of: [
      defineArrayMember({
        type: 'object',
        fields: [
          stringField('id', 'Author', 'The ID of the author.'),
          stringField('hash', 'Fingerprint of the content', 'What the author was then.'),
        ],
      }),
    ],
  }),
]

const documentField = () =>
  stringField('document', 'About', 'The article, photo, quote, source or author that it is about.')

const overridesField = (description: string) =>
  defineField({
    name: 'overrides',
    title: 'Overridden rules',
    description,
    type: 'array',
    of: [
      defineArrayMember({
        type: 'object',
        fields: [
          stringField('code', 'Rule', 'The rule that was set aside.'),
          documentField(),
          textField('reason', 'Reason', 'Why it was set aside.'),
        ],
      }),
    ],
  })

export const submissionField = () =>
  defineField({
    name: 'submission',
    title: 'Submitted',
    description: 'Who last handed it in.',
    type: 'object',
    fields: [
      ...signatureFields(),
      ...coverageFields(),
      noteField('What the writer said about it.'),
    ],
  })

export const approvalField = () =>
  defineField({
    name: 'approval',
    title: 'Approved',
    description: 'Who approved it, and what exactly was approved.',
    type: 'object',
    fields: [
      ...signatureFields(),
      ...coverageFields(),
      overridesField('Rules that were set aside for this approval, each with its reason.'),
    ],
  })

export const publicationField = () =>
  defineField({
    name: 'publication',
    title: 'Published',
    description: 'The last publication: what went out, and who had approved it.',
    type: 'object',
    fields: [
      ...signatureFields(),
      ...coverageFields(),
      stringField(
        'approvedBy',
        'Account of the approver',
        'The account of the person who approved it.',
      ),
      stringField(
        'approvedByName',
        'Approved by',
        'What the person who approved it was called then.',
      ),
      momentField('approvedAt', 'Approved', 'When it was approved.'),
    ],
  })

export const scheduleField = () =>
  defineField({
    name: 'schedule',
    title: 'Scheduled',
    description: 'When it is to be published, and who said so.',
    type: 'object',
    fields: [
      ...signatureFields(),
      momentField('publishAt', 'Publish at', 'The moment at which it is to be published.'),
      defineField({
        name: 'correction',
        title: 'What readers are told',
        description: 'If the piece is live already: how the change is explained.',
        type: 'object',
        fields: [
          defineField({
            name: 'type',
            title: 'Kind',
            description: 'What kind of change it is.',
            type: 'string',
            options: {list: [...CORRECTION_TYPES, {title: 'Minor change', value: 'minor'}]},
          }),
          ...correctionTextFields(),
        ],
      }),
      overridesField('Rules that were set aside when it was planned, each with its reason.'),
    ],
  })

export const scheduleFailureField = () =>
  defineField({
    name: 'scheduleFailure',
    title: 'Not published as scheduled',
    description: 'Why a scheduled publication did not take place.',
    type: 'object',
    fields: [
      momentField('at', 'When', 'When it was tried.'),
      momentField('publishAt', 'Planned for', 'When it was to be published.'),
      defineField({
        name: 'reasons',
        title: 'Reasons',
        description: 'What blocked it.',
        type: 'array',
        of: [reasonMember()],
      }),
    ],
  })

const reasonMember = () =>
  defineArrayMember({
    type: 'object',
    fields: [
      stringField('code', 'Rule', 'The rule that was not met.'),
      defineField({
        name: 'severity',
        title: 'Weight',
        description: 'Whether it blocks the action or is advice.',
        type: 'string',
        options: {
          list: [
            {title: 'Blocks it', value: 'error'},
            {title: 'Deserves a look', value: 'warning'},
          ],
        },
      }),
      documentField(),
      stringField('path', 'Field', 'Where in it.'),
      stringField('message', 'In words', 'What has to change.'),
      defineField({
        name: 'overridable',
        title: 'May be set aside',
        description: 'An editor may set it aside with a reason.',
        type: 'boolean',
      }),
    ],
  })

export const legalField = () =>
  defineField({
    name: 'legal',
    title: 'Legal check',
    description: 'Whether somebody has to look at it for legal reasons, or has done so.',
    type: 'object',
    fields: [
      ...signatureFields(),
      defineField({
        name: 'state',
        title: 'State',
        description: 'Whether the check is still due.',
        type: 'string',
        options: {
          list: [
            {title: 'Required', value: 'required'},
            {title: 'Cleared', value: 'cleared'},
          ],
        },
      }),
      noteField('What should be checked, or what came of it.'),
    ],
  })

export const assignmentField = () =>
  defineField({
    name: 'assignment',
    title: 'Assigned',
    description: 'Who is to look after it.',
    type: 'object',
    fields: [
      ...signatureFields(),
      stringField('assignee', 'Assigned to', 'The account of the person who is to look after it.'),
      momentField('dueAt', 'Due', 'By when.'),
    ],
  })
