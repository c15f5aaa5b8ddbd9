// Chooses the newsroom's own input for a field; every other field keeps the studio's.
import {useContext} from 'react'
import type {BlockAnnotationProps, FieldProps, InputProps, ItemProps} from 'sanity'
import {ArticleForm} from './plugins/article-form/article-form.tsx'
import {
  LockedContext,
  readOnlyAnnotation,
  readOnlyField,
  readOnlyInput,
  readOnlyItem,
} from './plugins/article-form/read-only.ts'
import {BodyInput} from './plugins/body/body-input.tsx'
import {PictureAdvice} from './plugins/body/picture-advice.tsx'
import {FieldInView} from './plugins/page/field-in-view.tsx'
import {ConfidentialPanel} from './plugins/confidential/confidential-panel.tsx'
import {KeepSaving} from './plugins/session/keep-saving.tsx'
import {MomentInput} from './plugins/newsroom-time/moment-input.tsx'
import {
  PhotoDocumentInput,
  PhotoField,
  PhotoImageInput,
} from './plugins/photo-metadata/photo-inputs.tsx'
import {CountedInput} from './plugins/text-length/counted-input.tsx'
import {VerificationInput} from './plugins/verification/verification-input.tsx'

export function NewsroomInput(given: InputProps) {
  const locked = useContext(LockedContext)
  const props = locked ? readOnlyInput(given) : given
  const {schemaType, path} = props
  if (path.length === 0) {
    const form =
      schemaType.name === 'photoWithCredit' ? (
        <PhotoDocumentInput {...props} />
      ) : schemaType.name === 'article' ? (
        <ArticleForm form={props}>{props.renderDefault(props)}</ArticleForm>
      ) : (
        props.renderDefault(props)
      )
    return (
      <>
        <KeepSaving value={props.value} />
        <FieldInView />
        {form}
      </>
    )
  }
  if (path.length === 1 && schemaType.name === 'image') return <PhotoImageInput {...props} />
  if (schemaType.name === 'confidentialPanel') return <ConfidentialPanel {...props} />
  if (schemaType.name === 'verification') return <VerificationInput {...props} />
  if (schemaType.name === 'body') return <BodyInput {...props} />
  if (schemaType.name === 'richText') {
    return (
      <PictureAdvice readOnly={props.readOnly} takesPhotos={false}>
        {props.renderDefault(props)}
      </PictureAdvice>
    )
  }
  if (schemaType.name === 'datetime') return <MomentInput {...props} />
  if (path.length === 1 && schemaType.jsonType === 'string') return <CountedInput {...props} />
  return props.renderDefault(props)
}

export function NewsroomField(given: FieldProps) {
  const locked = useContext(LockedContext)
  const props = locked ? readOnlyField(given) : given
  return props.path.length <= 2 ? <PhotoField {...props} /> : props.renderDefault(props)
}

/** An item of a list. */
export function NewsroomItem(props: ItemProps) {
  const locked = useContext(LockedContext)
  return props.renderDefault(locked ? readOnlyItem(props) : props)
}

/** A link in the text. */
export function NewsroomAnnotation(props: BlockAnnotationProps) {
  const locked = useContext(LockedContext)
  return props.renderDefault(locked ? readOnlyAnnotation(props) : props)
}
