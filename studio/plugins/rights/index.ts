import {definePlugin} from 'sanity'
import {deskViews} from '../../data/slots.tsx'
import {RightsAhead} from './rights-ahead.tsx'

const view = {id: 'rights', title: 'Rights', component: RightsAhead}

/** Photos whose rights end soon, as a view of the review desk. */
export const rights = definePlugin({
  name: 'copydesk/rights',
  studio: {components: {layout: deskViews.bring(view)}},
})
