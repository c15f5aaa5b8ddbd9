// A lake in a process of its own, so that a test can kill it. Prints its address and an editor's token.
import {listen} from '@copydesk/lake/serve'
import {createNewsroomLake} from '../../server/newsroom-lake.ts'

const [folder = ''] = process.argv.slice(2)
let answer: (request: Request) => Response | Promise<Response> = () => new Response()
const {port} = await listen({host: '127.0.0.1', port: 0, fetch: (request) => answer(request)})
const origin = `http://127.0.0.1:${port}`
const lake = createNewsroomLake({dataFolder: folder, origin})
answer = (request) => lake.fetch(request)
const {secret} = lake.services.access.tokens.create({name: 'test', role: 'editor'})
console.log(JSON.stringify({origin, token: secret}))
