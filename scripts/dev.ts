// `npm run dev`: the newsroom of `npm start`, whose studio and site show a change of their sources at
// once. The lake is not reloaded: restart after changing packages/, workflow/ or server/.
import {createDevFront} from '../server/dev/front.ts'
import {run} from '../server/run.ts'

await run(createDevFront)
