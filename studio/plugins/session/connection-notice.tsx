// Says that the server cannot be reached while the form stays open.
import {NoticeCard} from './notice-card.tsx'

export function ConnectionNotice() {
  return (
    <NoticeCard
      testId="connection-lost"
      heading="The newsroom cannot be reached"
      text="What you have written is kept here and saved as soon as the connection is back. Do not close this window. Trying again …"
    />
  )
}
