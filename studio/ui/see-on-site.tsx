/** @param address of a published page */
export function SeeOnSite({address}: {address: string}) {
  return (
    <a href={address} target="_blank" rel="noreferrer">
      See it on the site
    </a>
  )
}
