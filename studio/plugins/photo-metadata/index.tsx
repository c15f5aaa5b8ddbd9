import {definePlugin, type InputProps} from 'sanity'
import {PhotoDocumentInput, PhotoField, PhotoImageInput} from './photo-inputs.tsx'

export interface PhotoMetadataOptions {
  /** The type of a photo's document: an image `image`, and any of the fields that `photo-fields.ts` names. */
  type: string
  /**
   * The type of the document that stores which fields were filled, `private.photo.<id>`. Without it
   * no field is marked as unconfirmed.
   */
  memory?: string
}

const NEWSROOM: PhotoMetadataOptions = {type: 'photoWithCredit', memory: 'privatePhoto'}

/** Reads the file of a photo and fills the fields that are still empty. */
export const photoMetadata = definePlugin<PhotoMetadataOptions | void>((given) => {
  const {type, memory} = given ?? NEWSROOM
  const PhotoInput = (props: InputProps) => {
    const {path, schemaType} = props
    if (path.length === 0 && schemaType.name === type) {
      return <PhotoDocumentInput input={props} memory={memory} />
    }
    return path.length === 1 && schemaType.name === 'image' ? (
      <PhotoImageInput {...props} />
    ) : (
      props.renderDefault(props)
    )
  }
  return {
    name: 'copydesk/photo-metadata',
    form: {
      components: {
        input: PhotoInput,
        field: (props) =>
          props.path.length <= 2 ? <PhotoField {...props} /> : props.renderDefault(props),
      },
    },
  }
})
