import {isRecord} from '../is-record.ts'
// JSON-RPC 2.0 as the presence socket speaks it: one call a frame, named parameters.

export interface RpcCall {
  /** Undefined if the client expects no response. */
  id: string | number | null | undefined
  method: string
  params: Record<string, unknown>
}

/** Codes of the specification, and of Sanity's presence (`ERROR_CODES` of its client). */
export const RPC_CODES = {
  unauthorized: 4001,
  invalidRequest: -32600,
  unknownMethod: -32601,
  invalidParams: -32602,
  parseError: -32700,
} as const

/** An error that is sent to the client. */
export class RpcError extends Error {
  readonly code: number

  constructor(reason: keyof typeof RPC_CODES, message: string) {
    super(message)
    this.name = 'RpcError'
    this.code = RPC_CODES[reason]
  }
}

/** @throws RpcError for anything that is not a call */
export function parseCall(text: string): RpcCall {
  let call: unknown
  try {
    call = JSON.parse(text)
  } catch {
    throw new RpcError('parseError', 'This is not JSON.')
  }
  if (!isRecord(call)) throw new RpcError('invalidRequest', 'A frame holds one call.')
  const {jsonrpc, id, method, params = {}} = call
  if (jsonrpc !== '2.0' || typeof method !== 'string' || !isRecord(params) || !isId(id)) {
    throw new RpcError('invalidRequest', 'This is not a JSON-RPC 2.0 call with named parameters.')
  }
  return {id, method, params}
}

export function resultText(id: RpcCall['id'], result: unknown): string {
  return JSON.stringify({jsonrpc: '2.0', id, result})
}

export function errorText(id: RpcCall['id'], {code, message}: RpcError): string {
  return JSON.stringify({jsonrpc: '2.0', id: id ?? null, error: {code, message}})
}

const isId = (id: unknown): id is RpcCall['id'] =>
  id === undefined || id === null || typeof id === 'string' || typeof id === 'number'
