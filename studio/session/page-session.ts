// The page's session gate, once the transport is installed; null in a studio on the hosted API.
import type {SessionGate} from './session-gate.ts'

let gate: SessionGate | null = null

export const pageSession = {
  get: (): SessionGate | null => gate,
  set: (installed: SessionGate): void => {
    gate = installed
  },
}
