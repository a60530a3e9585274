import type { APIRoute } from 'astro'
import { sendMatrix } from '../_parts/answer-files.ts'

export const GET: APIRoute = ({ locals, params }) => sendMatrix({ locals, slug: params.slug ?? '' }, 'pdf')
