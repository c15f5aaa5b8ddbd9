// One line in one person's inbox: `notification.<…>`. The server writes it; its recipient marks it read.
import {typesOfKind} from '../../model/registry.ts'
import {BellIcon} from '@sanity/icons/Bell'
import {defineField, defineType} from 'sanity'
import {articleReferenceField, subjectReferenceField} from '../fields/record-subject.ts'
import {signatureFields} from '../fields/signature.ts'
import {recordId} from '../rules/document-id.ts'
import {momentField, stringField, textField} from '../fields/record-field.ts'

const KINDS = [
  {title: 'Submitted', value: 'submitted'},
  {title: 'Changes requested', value: 'changesRequested'},
  {title: 'Approved', value: 'approved'},
  {title: 'Approval lapsed', value: 'lapsed'},
  {title: 'Assigned to you', value: 'assigned'},
  {title: 'Not published as scheduled', value: 'scheduleFailed'},
  {title: 'Published', value: 'published'},
  {title: 'Withdrawn', value: 'withdrawn'},
  {title: 'Killed', value: 'killed'},
  {title: 'Spiked', value: 'spiked'},
  {title: 'Changes discarded', value: 'discarded'},
  {title: 'Rights end', value: 'rightsEnding'},
  {title: 'Remark on a preview', value: 'remark'},
  {title: 'Mentioned', value: 'mentioned'},
  {title: 'Comment on an approved piece', value: 'commented'},
  {title: 'Task given to you', value: 'task'},
  {title: 'Words on a front came off', value: 'frontCorrected'},
]

export const notification = defineType({
  name: 'notification',
  title: 'Notification',
  type: 'document',
  icon: BellIcon,
  liveEdit: true,
  readOnly: true,
  // It is shown in the inbox.
  __experimental_omnisearch_visibility: false,
  fields: [
    stringField('recipient', 'For', 'The account that it is for.'),
    defineField({
      name: 'kind',
      title: 'Kind',
      description: 'What has happened.',
      type: 'string',
      options: {list: KINDS},
    }),
    articleReferenceField(),
    subjectReferenceField(typesOfKind('plain', 'order', 'settings').map((type) => ({type}))),
    stringField('subjectType', 'Kind of document', 'What kind of document was talked about.'),
    stringField('comment', 'Comment', 'The comment that it is about.'),
    stringField('task', 'Task', 'The task that it is about.'),
    stringField('headline', 'Headline', 'What the piece was called then.'),
    textField('note', 'Note', 'What was said with it.'),
    ...signatureFields(),
    momentField('readAt', 'Read', 'When it was read.'),
    momentField('mailedAt', 'Sent by e-mail', 'When it was sent by e-mail.'),
    stringField('mailError', 'Why no e-mail', 'Why the e-mail could not be sent.'),
  ],
  validation: (rule) => rule.custom(recordId('notification')),
  orderings: [{title: 'Newest first', name: 'atDesc', by: [{field: 'at', direction: 'desc'}]}],
  preview: {
    select: {headline: 'headline', kind: 'kind', byName: 'byName', at: 'at'},
    prepare: ({headline, kind, byName, at}) => ({
      title: headline || 'A piece',
      subtitle: [KINDS.find(({value}) => value === kind)?.title, byName, at?.slice(0, 10)]
        .filter(Boolean)
        .join(' · '),
      media: BellIcon,
    }),
  },
})
