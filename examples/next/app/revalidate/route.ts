// Invalidates the given tags, or everything without tags. Only for this server.
import {revalidatePath, revalidateTag} from 'next/cache'

export async function POST(request: Request) {
  const secret = process.env.REVALIDATE_SECRET
  if (!secret || request.headers.get('authorization') !== secret)
    return new Response(null, {status: 403})
  const tags = (await request.json()) as string[]
  // The next reader waits for the new answer and never sees the old one.
  for (const tag of tags) revalidateTag(tag, {expire: 0})
  if (tags.length === 0) revalidatePath('/', 'layout')
  return new Response(null, {status: 204})
}
