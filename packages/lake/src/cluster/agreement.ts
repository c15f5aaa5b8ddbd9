// What all nodes of a cluster have in common: the same content must not be judged by different rules.
import {OperatorError} from '../operator-error.ts'

/**
 * By name: `schema` of the database, `version` of the product, and whatever the product adds. Names in lower case are of
 * the program, others are settings.
 */
export type Agreement = Readonly<Record<string, string>>

/** The same text for the same agreement. */
export const agreementText = (agreement: Agreement): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(agreement).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ),
  )

export const parseAgreement = (text: string): Agreement => JSON.parse(text) as Agreement

/**
 * How this node differs, in a sentence; null if it does not.
 * @param names only these count; by default all
 */
export function differenceTo(
  own: Agreement,
  theirs: Agreement,
  names: readonly string[] = namesIn(own, theirs),
): string | null {
  const name = names.find((one) => own[one] !== theirs[one])
  if (name === undefined) return null
  return `This node’s ${name} is ${own[name] ?? 'not set'}, that of the cluster is ${theirs[name] ?? 'not set'}.`
}

/** As `differenceTo`, for callers that anybody may be: names of servers are not for them. */
export function publicDifferenceTo(own: Agreement, theirs: Agreement): string | null {
  const ofProgram = differenceTo(own, theirs, namesIn(own, theirs).filter(isOfProgram))
  if (ofProgram) return ofProgram
  const isOther = differenceTo(own, theirs) !== null
  return isOther ? 'This node’s settings are not those of the cluster.' : null
}

const namesIn = (...all: Agreement[]): string[] => all.flatMap((one) => Object.keys(one))

/** Of the program. A newer version may change it while other nodes run. */
const isOfProgram = (name: string): boolean => name === name.toLowerCase()

/**
 * Whether a node that starts may put its own in place of what was agreed. The other nodes then write nothing until they
 * have it, too.
 * @param isOnly no other node runs
 * @throws OperatorError saying what differs
 */
export function assertMayReplace(own: Agreement, agreed: Agreement, isOnly: boolean): void {
  if (Number(own['schema']) < Number(agreed['schema'] ?? 0)) {
    throw new OperatorError(
      `The cluster runs a newer version (schema ${agreed['schema']}, this one has ${own['schema']}): update this node.`,
    )
  }
  if (isOnly) return
  const isUpdate = isNewer(own['version'], agreed['version'])
  // A newer version may have more settings to agree on, or less.
  const isCompared = (name: string): boolean =>
    !isUpdate || (!isOfProgram(name) && name in own && name in agreed)
  const difference = differenceTo(own, agreed, namesIn(own, agreed).filter(isCompared))
  if (difference) throw new OperatorError(`${difference} Other nodes run.`)
}

/** Versions as `1.10.2`. */
function isNewer(own = '0', agreed = '0'): boolean {
  const [mine, theirs] = [own, agreed].map((version) => version.split(/[.-]/).map(Number)) as [
    number[],
    number[],
  ]
  const at = mine.findIndex((part, index) => part !== (theirs[index] ?? 0))
  return at >= 0 && (mine[at] ?? 0) > (theirs[at] ?? 0)
}
