import {definePlugin} from 'sanity'
import {TextInput} from './text-input.tsx'
import {NewsroomBlock} from './newsroom-block.tsx'
import {TextPlugins} from './text-plugins.tsx'

/** The text of an article as it will be read, and what the editor of every text can do. */
export const body = definePlugin({
  name: 'copydesk/body',
  form: {
    components: {
      input: TextInput,
      block: NewsroomBlock,
      portableText: {plugins: TextPlugins},
    },
  },
})
