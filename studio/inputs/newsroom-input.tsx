// Chooses the newsroom's own input for a field; every other field keeps the studio's.
import type {FieldProps, InputProps} from 'sanity'
import {BodyInput} from './body/body-input.tsx'
import {ConfidentialPanel} from './confidential/confidential-panel.tsx'
import {KeepSaving} from './keep-saving.tsx'
import {PhotoDocumentInput, PhotoField, PhotoImageInput} from './photo-metadata/photo-inputs.tsx'
import {CountedInput} from './text/counted-input.tsx'

export function NewsroomInput(props: InputProps) {
  const {schemaType, path} = props
  if (path.length === 0) {
    const form =
      schemaType.name === 'photoWithCredit' ? (
        <PhotoDocumentInput {...props} />
      ) : (
        props.renderDefault(props)
      )
    return (
      <>
        <KeepSaving value={props.value} />
        {form}
      </>
    )
  }
  if (path.length === 1 && schemaType.name === 'image') return <PhotoImageInput {...props} />
  if (schemaType.name === 'confidentialPanel') return <ConfidentialPanel {...props} />
  if (schemaType.name === 'body') return <BodyInput {...props} />
  if (path.length === 1 && schemaType.jsonType === 'string') return <CountedInput {...props} />
  return props.renderDefault(props)
}

export function NewsroomField(props: FieldProps) {
  return props.path.length <= 2 ? <PhotoField {...props} /> : props.renderDefault(props)
}
