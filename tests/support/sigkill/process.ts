// A whole lake in a process of its own, timers and sockets included, so that a test can kill it amid
// everything at once. Says on its one line that it serves.
import {listen} from '@copydesk/lake/serve'
import {createNewsroomLake} from '../../../server/newsroom-lake.ts'

const [dataFolder = '', port = '0'] = process.argv.slice(2)
let answer: (request: Request, bindings: object) => Response | Promise<Response> = () =>
  new Response(null, {status: 503})
const listening = await listen({
  host: '127.0.0.1',
  port: Number(port),
  fetch: (request, bindings) => answer(request, bindings),
})
const origin = `http://127.0.0.1:${listening.port}`
const lake = createNewsroomLake({dataFolder, origin})
answer = (request, bindings) => lake.fetch(request, bindings)
lake.attach(listening.server)
lake.markReady()
console.log(origin)
