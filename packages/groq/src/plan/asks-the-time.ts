// Queries whose answer is another one as time goes by.
import {walk, type Node} from '../syntax-tree.ts'

/** Whether the answer can be another one a moment later although nothing has changed. */
export function asksTheTime(query: Node): boolean {
  let found = false
  walk(query, ({type, name}) => {
    if (type === 'FuncCall' && name === 'now') found = true
  })
  return found
}
