import {definePlugin, type InputProps} from 'sanity'
import {QuotingInput, QuotingPlugins} from './quoting-text.tsx'
import {isSourceOfSpeaker, SourceInput} from './source-input.tsx'

function Input(props: InputProps) {
  if (props.schemaType.name === 'body') return <QuotingInput {...props} />
  return isSourceOfSpeaker(props) ? <SourceInput {...props} /> : props.renderDefault(props)
}

/** Makes quotes of words in the text of an article, with their speakers. */
export const quoting = definePlugin({
  name: 'copydesk/quoting',
  form: {components: {input: Input, portableText: {plugins: QuotingPlugins}}},
})
