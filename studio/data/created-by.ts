/** Who began a draft, as the lake noted it; undefined on a lake that does not. */
export function createdBy(document: unknown): string | undefined {
  const system = (document as {_system?: {createdBy?: unknown}} | null)?._system
  return typeof system?.createdBy === 'string' ? system.createdBy : undefined
}
