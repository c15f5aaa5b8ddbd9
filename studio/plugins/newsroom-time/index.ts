import {definePlugin} from 'sanity'
import {inputOfType} from '../../ui/input-of-type.tsx'
import {MomentInput} from './moment-input.tsx'

/** Shows the newsroom's time below each field for a date and time. */
export const newsroomTime = definePlugin({
  name: 'copydesk/newsroom-time',
  form: {components: {input: inputOfType('datetime', MomentInput)}},
})
