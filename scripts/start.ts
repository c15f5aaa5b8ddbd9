// `npm start`: the newsroom on one port. Opens the lake, builds what changed, fills a new data
// folder, and says where everything is.
import {run} from '../server/run.ts'

await run()
