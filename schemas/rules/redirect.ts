// What a redirect may lead from and to.
import type {CustomValidator, Reference, SanityDocument} from 'sanity'
import {isOldAddress} from '../../model/old-address.ts'
import {safeLink} from './safe-link.ts'

/** The site looks an address up in one form only. */
export const oldAddress: CustomValidator<string | undefined> = (address) =>
  !address ||
  isOldAddress(address) ||
  'Write the path without a slash at its end, such as “/2019/03/tide”, or with one parameter, “/?p=123”.'

/** A path of this site, or a whole address. */
export const targetAddress: CustomValidator<string | undefined> = (address, context) =>
  !address || /^\/(?![/\\])/.test(address) || safeLink(address, context)

/** Either a document or an address. */
export const oneTarget: CustomValidator<SanityDocument | undefined> = (document) => {
  const target = document?.['to'] as Reference | undefined
  const hasAddress = Boolean(document?.['address'])
  if (Boolean(target?._ref) !== hasAddress) return true
  return hasAddress ? 'Choose a page or write an address, not both.' : 'Where does it lead?'
}
