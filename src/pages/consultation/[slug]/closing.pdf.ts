import type { APIRoute } from 'astro'
import { sendClosing } from '../_parts/answer-files.ts'

export const GET: APIRoute = ({ locals, params }) => sendClosing({ locals, slug: params.slug ?? '' }, 'pdf')
