/** The account that began a draft; undefined on the hosted lake, which does not note it. */
export function createdBy(document: unknown): string | undefined {
  const system = (document as {_system?: {createdBy?: unknown}} | null)?._system
  return typeof system?.createdBy === 'string' ? system.createdBy : undefined
}
