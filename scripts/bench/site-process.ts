// The newsroom of a bench as `npm start` composes it, in a process of its own, and beside it a bare server
// of files that `site` is held against. Tells its parent where both are, and ends with it.
import {readFileSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {startNewsroom} from '../../server/newsroom.ts'
import {parseTrustProxy} from '@copydesk/lake/serve'
import {sendUsage} from './usage.ts'

const [dataFolder = '', fileFolder = '', content, trusted = 'none', threads] = process.argv.slice(2)
const trustProxy = parseTrustProxy(trusted)
const HOST = '127.0.0.1'

const {origin, lake} = await startNewsroom(
  {port: 0, host: HOST, dataFolder, ...(trustProxy && {trustProxy})},
  () => {},
  {
    demonstration: content === 'demonstration',
    ...(threads && {queryThreads: {least: Number(threads), most: Number(threads)}}),
  },
)
const {secret: token} = lake.services.access.tokens.create({name: 'bench', role: 'importer'})

/** The cookie of somebody who writes; there is nobody in a newsroom without its demonstration content. */
const writer = lake.services.access.people.list().find(({roles}) => roles.includes('journalist'))
const session = writer && lake.services.access.sessions.start(writer.id).secret

const files = createServer(({url = '/'}, answer) => {
  answer.end(readFileSync(join(fileFolder, url.slice(1))))
})
await new Promise<void>((resolve) => files.listen(0, HOST, resolve))
const {port} = files.address() as AddressInfo

process.once('disconnect', () => process.exit(0))
sendUsage()
process.send?.({origin, token, session, files: `http://${HOST}:${port}`})
