// What all nodes of a cluster have in common: the same content must not be judged by different rules.
import {OperatorError} from '../operator-error.ts'

/** By name: `schema` of the database, `version` of the product, and whatever the product adds. */
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
  names: readonly string[] = [...Object.keys(own), ...Object.keys(theirs)],
): string | null {
  const name = names.find((one) => own[one] !== theirs[one])
  if (name === undefined) return null
  return `This node’s ${name} is ${own[name] ?? 'not set'}, that of the cluster is ${theirs[name] ?? 'not set'}.`
}

/** As `differenceTo`, for callers that anybody may be: names of servers are not for them. */
export function publicDifferenceTo(own: Agreement, theirs: Agreement): string | null {
  const ofVersion = differenceTo(own, theirs, OF_VERSION)
  if (ofVersion) return ofVersion
  const isOther = differenceTo(own, theirs) !== null
  return isOther ? 'This node’s settings are not those of the cluster.' : null
}

/** What a newer version may change while other nodes run. */
const OF_VERSION = ['version', 'schema']

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
  const all = [...Object.keys(own), ...Object.keys(agreed)]
  // A newer version may have more to agree on, or less.
  const known = isUpdate ? all.filter((name) => name in own && name in agreed) : all
  const settings = known.filter((name) => !OF_VERSION.includes(name))
  const difference = differenceTo(own, agreed, settings)
  if (difference) throw new OperatorError(`${difference} Other nodes run.`)
  if (isUpdate) return
  throw new OperatorError(
    `The cluster runs version ${agreed['version']}, this node has ${own['version']}. Other nodes run.`,
  )
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
