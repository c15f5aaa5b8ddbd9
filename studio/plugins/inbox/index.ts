import {definePlugin} from 'sanity'
import {InboxNavbar} from './inbox-navbar.tsx'
import {ReadForm} from './read-form.tsx'

/** The bell in the navbar, and a person's notifications. */
export const inbox = definePlugin({
  name: 'copydesk/inbox',
  studio: {components: {navbar: InboxNavbar}},
  form: {components: {input: ReadForm}},
})
