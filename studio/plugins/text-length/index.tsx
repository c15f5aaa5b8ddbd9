import {definePlugin} from 'sanity'
import {CountedBody, CountedInput} from './counted-input.tsx'
import {LIMITS, type Limits} from './text-length.ts'

export interface TextLengthOptions {
  /** By type and field, e.g. `{'recipe.title': {warn: 60}}`; otherwise the newsroom's. */
  limits?: Limits
}

/** Shows the length of texts: for fields with a limit once it is near, for an article always. */
export const textLength = definePlugin<TextLengthOptions | void>((options) => {
  const limits = options?.limits ?? LIMITS
  return {
    name: 'copydesk/text-length',
    form: {
      components: {
        input: (props) => {
          const {path, schemaType} = props
          if (schemaType.name === 'body') return <CountedBody {...props} />
          if (path.length !== 1 || schemaType.jsonType !== 'string') {
            return props.renderDefault(props)
          }
          return <CountedInput input={props} limits={limits} />
        },
      },
    },
  }
})
