import {definePlugin} from 'sanity'
import {BodyInput} from './body-input.tsx'
import {NewsroomBlock} from './newsroom-block.tsx'
import {PictureAdvice} from './picture-advice.tsx'
import {TextPlugins} from './text-plugins.tsx'

/** The text of an article as it will be read, and what the editor of every text can do. */
export const body = definePlugin({
  name: 'copydesk/body',
  form: {
    components: {
      input: (props) => {
        if (props.schemaType.name === 'body') return <BodyInput {...props} />
        if (props.schemaType.name !== 'richText') return props.renderDefault(props)
        return (
          <PictureAdvice readOnly={props.readOnly} takesPhotos={false}>
            {props.renderDefault(props)}
          </PictureAdvice>
        )
      },
      block: NewsroomBlock,
      portableText: {plugins: TextPlugins},
    },
  },
})
