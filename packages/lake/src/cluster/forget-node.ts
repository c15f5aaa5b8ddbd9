// Strikes a node from the list of folders that may have erased content.
import {OperatorError} from '../operator-error.ts'
import {connected} from './cluster-database.ts'
import {FOLDERS, FORGET_FOLDER} from './postgres-schema.ts'

/**
 * @param node its name, or the ID of its folder
 * @throws OperatorError if it runs, or there is no such node
 */
export function forgetNode(url: string, node: string): Promise<void> {
  return connected(url, async (client) => {
    const {rows} = await client.query<{id: string; name: string; isHere: boolean}>(FOLDERS)
    const found = rows.filter(({id, name}) => name === node || id === node)
    if (found.length === 0) throw new OperatorError(`The cluster knows no node "${node}".`)
    const away = found.filter(({isHere}) => !isHere)
    if (away.length === 0) throw new OperatorError(`The node ${node} runs. Stop it first.`)
    for (const {id} of away) await client.query(FORGET_FOLDER, [id])
  })
}
