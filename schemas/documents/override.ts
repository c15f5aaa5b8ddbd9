// A rule that an editor set aside, with the reason: `override.<…>`. The server writes it, for good.
import {UnlockIcon} from '@sanity/icons/Unlock'
import {defineType} from 'sanity'
import {articleReferenceField, titleSelected, titleThrough} from '../fields/record-subject.ts'
import {signatureFields} from '../fields/signature.ts'
import {recordId} from '../rules/document-id.ts'
import {stringField, textField} from '../fields/record-field.ts'

export const override = defineType({
  name: 'override',
  title: 'Overridden rule',
  type: 'document',
  icon: UnlockIcon,
  liveEdit: true,
  readOnly: true,
  // A reason may name what must stay inside the newsroom.
  __experimental_omnisearch_visibility: false,
  fields: [
    articleReferenceField(),
    stringField('code', 'Rule', 'The rule that was set aside.'),
    stringField('document', 'About', 'The photo, quote or source that the rule is about.'),
    textField('reason', 'Reason', 'Why it was set aside.', 3),
    ...signatureFields(),
  ],
  validation: (rule) => rule.custom(recordId('override')),
  orderings: [{title: 'Newest first', name: 'atDesc', by: [{field: 'at', direction: 'desc'}]}],
  preview: {
    select: {reason: 'reason', ...titleThrough(), byName: 'byName', at: 'at'},
    prepare: ({reason, byName, at, ...selected}) => ({
      title: reason || 'Overridden rule',
      subtitle: [byName, at?.slice(0, 10), titleSelected(selected)].filter(Boolean).join(' · '),
      media: UnlockIcon,
    }),
  },
})
