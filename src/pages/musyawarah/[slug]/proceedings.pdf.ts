import type { APIRoute } from 'astro'
import { sendPaper } from '../_parts/send-record.ts'

export const GET: APIRoute = ({ locals, params }) => sendPaper({ locals, slug: params.slug }, 'proceedings', 'pdf')
