// A lake with webhooks in its own process, so that a test can kill it. Prints its address and a
// token that may write everything.
import {listen} from '@copydesk/lake/serve'
import {createNewsroomLake} from '../../../server/newsroom-lake.ts'

const [folder = '', hook = ''] = process.argv.slice(2)
let answer: (request: Request) => Response | Promise<Response> = () => new Response()
const {port} = await listen({host: '127.0.0.1', port: 0, fetch: (request) => answer(request)})
const origin = `http://127.0.0.1:${port}`
const lake = createNewsroomLake({dataFolder: folder, origin, webhooksPrivate: 'allow'})
answer = (request) => lake.fetch(request)
if (hook) {
  lake.services.webhooks.add({name: 'Rebuild', url: hook, dataset: 'production'})
}
const {secret} = lake.services.access.tokens.create({name: 'test', role: 'importer'})
lake.markReady()
console.log(JSON.stringify({origin, token: secret}))
