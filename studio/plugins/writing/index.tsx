import {definePlugin, useFormValue, type InputProps, type StringInputProps} from 'sanity'
import {isPieceType} from '../../../model/registry.ts'
import {fieldOf, textOf} from '../../ui/form-values.ts'
import {HideLists} from './hide-lists.tsx'
import {PageText} from './page-text.tsx'
import type {Look} from './page-text-keys.ts'
import {QuietField, QuietForm, useQuietInput} from './quiet-form.tsx'

/** Fields that look as on the page, by type and field. */
const ON_THE_PAGE: Readonly<Record<string, Look>> = {
  'article.headline': 'headline',
  'article.dek': 'dek',
}

/** A surface to write on: headline and standfirst as on the page, messages at the right time, lists that fold away. */
export const writing = definePlugin({
  name: 'copydesk/writing',
  document: {
    // The studio has no other place for a button in the head of a document.
    unstable_languageFilter: (buttons, {schemaType}) =>
      isPieceType(schemaType) ? [...buttons, HideLists] : buttons,
  },
  form: {components: {input: WritingInput, field: QuietField}},
})

function WritingInput(props: InputProps) {
  const {path, schemaType, value} = props
  if (path.length === 0) {
    const isNew = (value as {_createdAt?: string} | undefined)?._createdAt === undefined
    return <QuietForm isNew={isNew}>{props.renderDefault(props)}</QuietForm>
  }
  const isText = path.length === 1 && schemaType.jsonType === 'string'
  return isText ? <TextOfDocument {...(props as StringInputProps)} /> : <QuietInput {...props} />
}

function TextOfDocument(props: StringInputProps) {
  const input = useQuietInput(props)
  const type = textOf(useFormValue(['_type']))
  const look = ON_THE_PAGE[`${type}.${fieldOf(input.path)}`]
  return look ? <PageText input={input} look={look} /> : input.renderDefault(input)
}

function QuietInput(props: InputProps) {
  const input = useQuietInput(props)
  return input.renderDefault(input)
}
