import {definePlugin, type InputProps} from 'sanity'
import {isPieceType} from '../../../model/registry.ts'
import {ArticlePhotosForm} from './article-photos.tsx'
import {CaptionInput, PhotoForm} from './caption-input.tsx'
import {LeadPhotoInput} from './lead-photo.tsx'
import {PhotoBlock} from './photo-block.tsx'
import {TextInput} from './text-input.tsx'
import {PhotoTextPlugins} from './text-plugins.tsx'
import {WordsOnly} from './words-only.tsx'

/** Pictures that are dropped, pasted or described in a text become photos with their captions and credits. */
export const photosInText = definePlugin({
  name: 'copydesk/photos-in-text',
  form: {
    components: {
      input: PhotoInputs,
      block: PhotoBlock,
      portableText: {plugins: PhotoTextPlugins},
    },
  },
})

function PhotoInputs(props: InputProps) {
  const {path, schemaType} = props
  if (path.length === 0) {
    if (isPieceType(schemaType.name)) return <ArticlePhotosForm {...props} />
    if (schemaType.name === 'photoWithCredit') return <PhotoForm {...props} />
  }
  if (schemaType.name === 'body') return <TextInput {...props} />
  if (schemaType.name === 'richText') {
    return <WordsOnly readOnly={props.readOnly}>{props.renderDefault(props)}</WordsOnly>
  }
  if (path.length === 1 && path[0] === 'leadPhoto') return <LeadPhotoInput {...props} />
  if (path.length === 1 && path[0] === 'caption') return <CaptionInput {...props} />
  return props.renderDefault(props)
}
