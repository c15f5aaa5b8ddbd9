// A lake without HTTP in which somebody types, as often as the parent says. Answers with the processor time of each commit.
import type {Actor, Mutation} from '@copydesk/lake/types'
import {createNewsroomLake, DATASET} from '../../server/newsroom-lake.ts'
import {createDraft} from './keystrokes.ts'

const [dataFolder = ''] = process.argv.slice(2)
const lake = createNewsroomLake({dataFolder, origin: 'http://127.0.0.1'})
const editor: Actor = {id: 'bench', kind: 'user', roles: ['editor'], name: 'Bench'}
const {document, edit} = createDraft('drafts.typed')
const commit = (mutation: Mutation) =>
  lake.services.commit({
    dataset: DATASET,
    actor: editor,
    steps: [() => ({mutations: [mutation]})],
  })
await commit({createOrReplace: document})

process.on('message', async (times: number) => {
  const before = process.cpuUsage()
  for (let n = 0; n < times; n++) await commit({patch: {id: document._id, ...edit()}})
  const {user, system} = process.cpuUsage(before)
  process.send?.((user + system) / 1000 / times)
})
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
