// Puts replaced words into reading order, and leaves spaces out of the changes.
import type {Mark, Run} from './diff-model.ts'

/**
 * Between two unchanged stretches: first everything that was removed, then everything that was
 * added.
 */
export function tidy(runs: readonly Run[]): Run[] {
  const tidied: Run[] = []
  let removed: Run[] = []
  let added: Run[] = []
  const close = (): void => {
    for (const run of withoutCommonSpace(removed, added)) append(tidied, run)
    removed = []
    added = []
  }
  for (const run of runs) {
    if (run.change === 'removed') append(removed, run)
    else if (run.change === 'added') append(added, run)
    else {
      close()
      append(tidied, run)
    }
  }
  close()
  return tidied
}

/** Whether two runs differ only in their words. */
export function sameMarks(a: Run, b: Run): boolean {
  return (
    a.change === b.change &&
    ids(a.marks) === ids(b.marks) &&
    ids(a.gained) === ids(b.gained) &&
    ids(a.lost) === ids(b.lost)
  )
}

/** “red ” became “blue ”: the space is unchanged. */
function withoutCommonSpace(removed: Run[], added: Run[]): Run[] {
  const [old, now] = [removed[0], added[0]]
  const plain = old && now && removed.length === 1 && added.length === 1
  if (!plain || ids(old.marks) !== ids(now.marks)) return [...removed, ...added]
  const before = common(/^\s*/, old.text, now.text)
  const rest = [old.text.slice(before.length), now.text.slice(before.length)] as const
  const after = common(/\s*$/, ...rest)
  const cut = (run: Run, text: string): Run => ({
    ...run,
    text: text.slice(0, text.length - after.length),
  })
  const same = (text: string): Run => ({...now, change: 'same', text})
  const all = [same(before), cut(old, rest[0]), cut(now, rest[1]), same(after)]
  return all.filter(({text}) => text !== '')
}

function common(space: RegExp, a: string, b: string): string {
  const [first, second] = [space.exec(a)?.[0] ?? '', space.exec(b)?.[0] ?? '']
  return first === second ? first : ''
}

function append(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last && sameMarks(last, run)) last.text += run.text
  else runs.push({...run})
}

const ids = (marks: Mark[]): string => marks.map(({id}) => id).join('\n')
