// The newsroom's clock. Its time zone is in the site's settings.
import {useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'
import {createNewsroomTime, type NewsroomTime} from './newsroom-time.ts'

/** UTC until the settings have loaded, or if they name no zone. */
export function useNewsroomTime(): NewsroomTime {
  const client = useClient({apiVersion: '2025-02-19'})
  const [zone, setZone] = useState('UTC')
  useEffect(() => {
    let current = true
    client
      .fetch<string | null>('*[_id == "siteSettings"][0].timeZone', {}, {tag: 'newsroom-time'})
      .then((found) => {
        if (current && found) setZone(found)
      })
      // UTC is shown with its name.
      .catch(() => {})
    return () => {
      current = false
    }
  }, [client])
  return useMemo(() => createNewsroomTime(zone), [zone])
}
