// Whatever changes more than words is done by the server, at once or not at all.
import {useOffline} from '../../data/transport/offline.ts'
import {wrapAction} from '../../ui/wrap-action.ts'

/** An action that is closed while the server is away. An open dialog stays open. */
export const needsConnection = wrapAction(
  'NeedsConnection',
  function useNeedsConnectionAction(original, props) {
    const {isAway} = useOffline()
    const description = original(props)
    if (!description || !isAway) return description
    return {
      ...description,
      disabled: true,
      shortcut: null,
      title: 'You are offline. This can be done when the connection is back.',
    }
  },
)
