// Passes the inbox from the navbar to the bell, which the studio renders in it.
import {createContext, useContext} from 'react'
import type {Inbox} from './use-inbox.ts'

export interface InboxHandle extends Inbox {
  isOpen: boolean
  setOpen: (open: boolean) => void
}

export const InboxContext = createContext<InboxHandle | null>(null)

/** Null outside the navbar, and where nobody is signed in. */
export const useInboxHandle = (): InboxHandle | null => useContext(InboxContext)
