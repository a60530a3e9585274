import type { APIRoute } from 'astro'
import { streamMatrix } from '../_parts/answer-files.ts'

export const GET: APIRoute = ({ locals, params }) => streamMatrix({ locals, slug: params.slug ?? '' }, 'jsonl')
