/** False if the newsroom wants nothing of the lake kept on its computers: a setting of the build. */
export const worksOffline = (): boolean => process.env.SANITY_STUDIO_OFFLINE !== 'off'
