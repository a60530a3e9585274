/** Taking answers in and holding their surveys to what is remembered of them, in a function: what it asks is planned once. */
import { sql, type Kysely } from 'kysely'
import type { Engine } from '../dialect.ts'

export async function up(db: Kysely<unknown>, engine: Engine): Promise<void> {
  if (engine === 'sqlite') return
  await sql
    .raw(
      `create function take_answers_while(gates jsonb, locks bigint[], arrivals jsonb) returns setof text language plpgsql as $$
       begin
         if exists (
           select from jsonb_to_recordset(gates) as g(id text, "openedAt" text, "startsAt" text, "endsAt" text)
           left join survey s on s.id = g.id
             and s.opened_at = g."openedAt" and s.starts_at = g."startsAt" and s.ends_at = g."endsAt"
           where s.id is null
         ) then return; end if;
         return query select take_answers(locks, arrivals);
       end $$`,
    )
    .execute(db)
}
