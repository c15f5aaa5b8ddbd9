// `body match $words`: the documents that the index of texts knows to hold the words.
import type {Compile} from '../compile.ts'
import type {Candidates} from './candidates.ts'
import type {LookUp} from './look-up.ts'
import {publishedIdOf} from '../documents/ids.ts'
import {runOf} from './run.ts'
import {patternQuery, searchQuery} from './text-words.ts'

export function byText(
  {pattern, asked}: Extract<Candidates, {kind: 'texts'}>,
  compile: Compile,
): LookUp {
  const evaluate = compile(pattern)
  return (scope) => {
    const {texts, view} = runOf(scope)
    const value = texts && evaluate(scope)
    const query = asked === 'search' ? searchQuery(value) : patternQuery(value, asked)
    const ids = query && texts?.mentioning(query, view.all.length)
    if (!ids) return undefined
    // A perspective shows a draft under the published id.
    const shown = new Set(ids)
    for (const id of ids) shown.add(publishedIdOf(id))
    return {
      size: shown.size,
      has: ({_id}) => shown.has(_id),
      documents: () => [...shown].toSorted().flatMap((id) => view.get(id) ?? []),
      isExact: false,
      isCounted: false,
      isRead: true,
      how: () => `words of ${JSON.stringify(value)}`,
      index: 'texts',
    }
  }
}
